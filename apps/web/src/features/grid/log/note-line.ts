import type { Communication } from '@crm/shared';
import { TYPE_WORDS } from './words.ts';

/** The body of a line in the notes is cut here; the communication keeps all of it. */
const MOST = 500;

/** The parts of a communication that its line in the notes is made of. */
export type Noted = Pick<Communication, 'type' | 'occurredOn' | 'subject' | 'body' | 'outcome'>;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Cut between words, with an ellipsis, to at most `most` characters; never inside a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(' ');
  const kept = space > most / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:.–-]+$/, '')}…`;
}

/**
 * The dated line that a communication leaves in the notes, always one line:
 * `2026-11-21 Call – subject: body → outcome (Name)`. What is empty is left out with the sign before it; a body over 500
 * characters is cut with an ellipsis.
 *
 * @param author the name of whoever logs it
 * @example noteLine({ type: 'call', occurredOn: '2026-11-21', subject: 'Fund III', body: 'Likes it', outcome: '' }, 'Ann')
 * // '2026-11-21 Call – Fund III: Likes it (Ann)'
 */
export function noteLine(item: Noted, author: string): string {
  const said = [oneLine(item.subject), cut(oneLine(item.body), MOST)]
    .filter((part) => part !== '')
    .join(': ');
  const outcome = cut(oneLine(item.outcome), MOST);
  return [
    `${item.occurredOn} ${TYPE_WORDS[item.type]}`,
    said === '' ? '' : `– ${said}`,
    outcome === '' ? '' : `→ ${outcome}`,
    `(${oneLine(author)})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
