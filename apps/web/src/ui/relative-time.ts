const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Within a day relative ("5 minutes ago"), else the date in the person's locale, with its year when it is another. */
export function relativeTime(iso: string, now: number, locale?: string): string {
  const at = new Date(iso);
  const away = at.getTime() - now;
  const size = Math.abs(away);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (size < MINUTE) return 'just now';
  if (size < HOUR) return words.format(Math.trunc(away / MINUTE), 'minute');
  if (size < DAY) return words.format(Math.trunc(away / HOUR), 'hour');
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return at.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** How long until an instant, in whole hours or days: "in 3 days". */
export function timeUntil(iso: string, now: number, locale?: string): string {
  const left = Math.max(0, new Date(iso).getTime() - now);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (left < HOUR) return words.format(Math.ceil(left / MINUTE), 'minute');
  if (left < 2 * DAY) return words.format(Math.round(left / HOUR), 'hour');
  return words.format(Math.round(left / DAY), 'day');
}
