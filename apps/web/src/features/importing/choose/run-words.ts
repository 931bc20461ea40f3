import type { ImportStatus, Receipt } from '@crm/shared/contract/importing';
import { count } from '../parts/words.ts';

export const STATE_WORDS = {
  draft: { word: 'Not started', tone: 'neutral' },
  running: { word: 'Importing', tone: 'accent' },
  done: { word: 'Imported', tone: 'success' },
  failed: { word: 'Stopped', tone: 'danger' },
  undone: { word: 'Undone', tone: 'neutral' },
  discarded: { word: 'Replaced', tone: 'neutral' },
} as const satisfies Record<ImportStatus['state'], { word: string; tone: string }>;

/** What an import did, in a few words: `12 new, 3 changed, 5 cells rejected`. */
export function outcomeWords({ rows, cells }: Receipt): string {
  const parts = [
    rows.new > 0 ? count(rows.new, 'new investor', 'new investors') : null,
    rows.changed > 0 ? count(rows.changed, 'changed', 'changed') : null,
    cells.rejected > 0 ? `${count(cells.rejected, 'cell', 'cells')} left out` : null,
  ].filter((part) => part !== null);
  if (rows.new === 0 && rows.changed === 0) parts.unshift('0 changes');
  return parts.join(', ');
}
