import type { SheetView } from '@crm/grid/sync';
import type { ColumnId, ContactId, InvestorId } from '@crm/shared';

/** An investor that a contact works for. */
export interface Employer {
  readonly row: InvestorId;
  readonly name: string;
}

/** Which live investors, but for `row`, name each of these contacts. One pass over the sheet. */
export function otherInvestors(
  view: SheetView,
  columns: { readonly contacts: ColumnId; readonly name: ColumnId | null },
  row: InvestorId,
  contacts: readonly ContactId[],
): ReadonlyMap<string, readonly Employer[]> {
  const found = new Map<string, Employer[]>(contacts.map((id) => [id, []]));
  if (found.size === 0) return found;
  for (let slot = 0; slot < view.slotCount; slot += 1) {
    if (!view.isLive(slot)) continue;
    const value = view.value(slot, columns.contacts);
    if (!Array.isArray(value)) continue;
    for (const id of value) {
      const list = found.get(id);
      if (!list) continue;
      const other = view.rowAt(slot).id;
      if (other === row) continue;
      const name = columns.name === null ? null : view.value(slot, columns.name);
      list.push({ row: other, name: typeof name === 'string' && name !== '' ? name : 'Unnamed investor' });
    }
  }
  return found;
}
