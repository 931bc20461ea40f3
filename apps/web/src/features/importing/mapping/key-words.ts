import type { ColumnMapping } from '@crm/shared/contract/importing';
import { count, figure } from '../parts/words.ts';
import type { KeyFacts } from './key-facts.ts';

/** What the choice of a merge key means for this file, in a few sentences. */
export function keyWords(options: {
  /** The column's name; null = every row is new. */
  title: string | null;
  target: ColumnMapping['to'] | undefined;
  rows: number;
  facts: KeyFacts | undefined;
}): string[] {
  const { title, target, rows, facts } = options;
  if (title === null) {
    return [
      `All ${count(rows, 'row becomes', 'rows become')} new. Importing the same file again would add them again.`,
    ];
  }
  const first =
    target === 'existing'
      ? `A row with the same “${title}” as an investor here changes that investor; every other row becomes a new one.`
      : `The sheet has no column “${title}” yet, so every row becomes a new investor. The next import can find them by it.`;
  return [first, ...(facts ? uniqueness(title, target, rows, facts) : [])];
}

function uniqueness(
  title: string,
  target: ColumnMapping['to'] | undefined,
  rows: number,
  { filled, alike, example }: KeyFacts,
): string[] {
  if (filled === rows && alike === 0) {
    return [`It tells all rows apart: ${figure(rows)} of ${figure(rows)} are filled, and no two are alike.`];
  }
  const empty = rows - filled;
  const found = target === 'existing';
  const words: string[] = [];
  if (alike > 0) {
    words.push(
      `It does not tell all rows apart: ${count(alike, 'row shares its', 'rows share their')} value with another (“${example}”).` +
        (found
          ? ' Such a row is found again only when all of its cells are as they are here; otherwise it is listed as a problem.'
          : ''),
    );
  }
  if (empty > 0) {
    words.push(
      `${count(empty, 'row has', 'rows have')} no “${title}”` +
        (found
          ? ', so which investor is meant cannot be told: if it is not found as a whole, it becomes new or is listed as a problem.'
          : '.'),
    );
  }
  return words;
}
