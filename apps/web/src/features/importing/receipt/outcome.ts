import type { ImportStatus } from '@crm/shared/contract/importing';
import { count, figure } from '../parts/words.ts';

/** What became of an import, as the heading of its receipt. */
export function outcomeTitle({ state, fileName, receipt }: ImportStatus): string {
  if (state === 'undone') return `The import of ${fileName} was undone`;
  if (state === 'failed') return `The import of ${fileName} stopped`;
  if (!receipt || (receipt.rows.new === 0 && receipt.rows.changed === 0)) return `${fileName}: 0 changes`;
  const { rows } = receipt;
  const parts = [
    rows.new > 0 ? count(rows.new, 'new investor', 'new investors') : null,
    rows.changed > 0 ? `${figure(rows.changed)} changed` : null,
  ];
  return `${fileName}: ${parts.filter((part) => part !== null).join(', ')}`;
}

/** Cells of the columns that were left out, as the receipt's problems tell; each such column is one problem. */
export function leftOutOf(receipt: NonNullable<ImportStatus['receipt']>): number {
  const skipped = new Set(receipt.columns.filter(({ type }) => type === 'skip').map(({ name }) => name));
  return receipt.problems.reduce((sum, { column, value, reason }) => {
    const cells = value === '' && skipped.has(column) ? /(\d+) cells?\.$/.exec(reason)?.[1] : undefined;
    return sum + Number(cells ?? 0);
  }, 0);
}
