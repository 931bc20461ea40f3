import type { SheetView } from '@crm/grid/sync';
import type { Column, ColumnId, InvestorId, UserId } from '@crm/shared';

/** An investor that was taken out of the sheet. */
export interface ArchivedRow {
  readonly row: InvestorId;
  readonly name: string;
  readonly number: number;
  readonly at: string;
  readonly by: UserId | null;
}

/** Archived investors whose name holds `text`, the latest first. */
export function archivedRows(view: SheetView, name: ColumnId | null, text: string): ArchivedRow[] {
  const needle = text.trim().toLowerCase();
  const found: ArchivedRow[] = [];
  for (let slot = 0; slot < view.slotCount; slot += 1) {
    if (view.isLive(slot)) continue;
    const row = rowOf(view, slot);
    if (!row || row.deletedAt === null) continue;
    const value = name === null ? null : view.value(slot, name);
    const words = typeof value === 'string' ? value : '';
    if (!words.toLowerCase().includes(needle)) continue;
    found.push({ row: row.id, name: words, number: row.number, at: row.deletedAt, by: row.updatedBy });
  }
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** A slot can be taken before its row has come. */
function rowOf(view: SheetView, slot: number) {
  try {
    return view.rowAt(slot);
  } catch {
    return undefined;
  }
}

/** Deleted columns whose name holds `text`, the latest first. */
export function archivedColumns(view: SheetView, text: string): readonly Column[] {
  const needle = text.trim().toLowerCase();
  return view.deletedColumns().filter((column) => column.name.toLowerCase().includes(needle));
}
