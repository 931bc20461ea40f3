import type { Column } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { COMPUTED_TYPES } from '@crm/shared';
import { unguarded } from './guard.ts';
import type { CsvTable } from './table.ts';

const RECORD_ID = /^rec[A-Za-z0-9]{14}$/;

/** A mapping to start from: columns of the same name, else new ones; an amount that is named like a fund becomes one. */
export function proposeMapping(
  proposed: readonly ProposedColumn[],
  columns: readonly Column[],
): ColumnMapping[] {
  const byName = new Map<string, Column>();
  for (const column of columns) {
    const name = nameKey(column.name);
    if (column.deletedAt === null && !byName.has(name)) byName.set(name, column);
  }
  return proposed.map(({ name, type, options }): ColumnMapping => {
    const existing = byName.get(nameKey(name));
    byName.delete(nameKey(name));
    if (existing)
      return COMPUTED_TYPES.has(existing.type) ? { to: 'skip' } : { to: 'existing', col: existing.id };
    const title = displayName(name);
    if (type === 'currency' && /\b(fund|spv|vehicle|commit\w*)\b/i.test(name)) {
      return { to: 'fund', name: title, currency: options.currency ?? 'USD' };
    }
    return { to: 'new', name: title, type, options };
  });
}

/** A name as people see it: without spaces around it, at most 200 characters. */
export function displayName(name: string): string {
  return unguarded(name.trim()).slice(0, 200);
}

function nameKey(name: string): string {
  return unguarded(name.trim()).toLowerCase();
}

/**
 * The column by which rows are found again: Airtable's record id, else the first that is filled and different in every row, else the
 * one that tells most rows apart. Null for a table without rows.
 */
export function proposeMergeKey(table: CsvTable, mapping: readonly ColumnMapping[]): number | null {
  const rows = table.rows.filter((row) => row.some((cell) => cell !== ''));
  if (rows.length === 0) return null;
  const used = mapping.flatMap(({ to }, index) => (to === 'skip' || to === 'fund' ? [] : [index]));
  const record = used.find((index) => rows.every((row) => RECORD_ID.test(row[index] ?? '')));
  if (record !== undefined) return record;
  let best: number | null = null;
  let most = 0;
  for (const index of used) {
    const cells = new Set(rows.flatMap((row) => ((row[index] ?? '').length > 300 ? [] : (row[index] ?? ''))));
    cells.delete('');
    if (cells.size > most) [best, most] = [index, cells.size];
  }
  return best;
}
