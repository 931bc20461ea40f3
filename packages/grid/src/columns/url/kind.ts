import { checkedLine } from '../lib/single-line.ts';

/** A web address. Text that is none is kept and flagged. */
export const urlKind = checkedLine({ type: 'url', label: 'URL', icon: 'link' }, (text) =>
  linkOf(text) ? null : 'This does not look like a web address.',
);

/** The address a link may lead to, with `https://` added where no scheme is written; null for other schemes and for text. */
export function linkOf(text: string): string | null {
  const s = text.trim();
  if (/\s/.test(s)) return null;
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(s) && !/^[^/]+:\d/.test(s) ? s : `https://${s}`;
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && /\.[^.]{2,}$|^localhost$/.test(url.hostname) ? url.href : null;
}
