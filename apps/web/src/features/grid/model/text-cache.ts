import type { ColumnContext } from '@crm/grid/columns';
import type { Column, ColumnId } from '@crm/shared';
import { kindOf } from '@crm/grid/columns';
import type { SheetView } from '@crm/grid/sync';

/** Texts kept per column; enough for many screens, little beside the sheet itself. */
const MOST = 4000;

/** The texts of cells as their columns write them, made once while nothing changes. */
export class TextCache {
  private readonly columns = new Map<ColumnId, { column: Column; texts: Map<number, string> }>();

  text(view: SheetView, slot: number, column: Column, ctx: ColumnContext): string {
    let held = this.columns.get(column.id);
    if (held?.column !== column) {
      held = { column, texts: new Map() };
      this.columns.set(column.id, held);
    }
    const known = held.texts.get(slot);
    if (known !== undefined) return known;
    const value = view.value(slot, column.id);
    const text = value === null ? '' : kindOf(column.type).format(value, column.options, ctx);
    if (held.texts.size >= MOST) held.texts.clear();
    held.texts.set(slot, text);
    return text;
  }

  forget(slot: number, col: ColumnId): void {
    this.columns.get(col)?.texts.delete(slot);
  }

  clear(): void {
    this.columns.clear();
  }
}
