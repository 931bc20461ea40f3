import { canonicalJson, isComputed } from '@crm/grid';
import type { CellState, RowMeta, SheetReader } from '@crm/grid';
import { sameValue } from '@crm/shared';
import type { CellValue, Column, ColumnId, Contact, InvestorId, Op } from '@crm/shared';

/** A whole sheet as a script wants it to be. Contacts that are absent stay as they are. */
export interface WantedState {
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly id: InvestorId;
    readonly position: string;
    readonly values: Readonly<Record<ColumnId, CellValue>>;
  }[];
  readonly contacts?: readonly Contact[] | undefined;
}

/** What stands in the sheet now. */
export interface PresentState {
  readonly sheet: SheetReader;
  readonly rows: readonly RowMeta[];
  readonly contacts: readonly Contact[];
}

/** The ops that lead from the present state to the wanted one, in an order that can be applied (protocol §9). */
export function diffState(present: PresentState, wanted: WantedState): Op[] {
  const { put, drop } = diffContacts(present, wanted.contacts);
  const columns = diffColumns(present.sheet, wanted);
  return [...put, ...columns.before, ...diffRows(present, wanted), ...columns.after, ...drop];
}

/** How many rows that are live now would be deleted. */
export function rowsDeleted(ops: readonly Op[]): number {
  return ops.filter((op) => op.t === 'row.del').length;
}

function diffContacts(
  { contacts }: PresentState,
  wanted: readonly Contact[] | undefined,
): { put: Op[]; drop: Op[] } {
  if (!wanted) return { put: [], drop: [] };
  const known = new Map(contacts.map((contact) => [contact.id, contact]));
  const kept = new Set(wanted.map((contact) => contact.id));
  const put = wanted
    .filter((contact) => {
      const now = known.get(contact.id);
      return !now || contentOf(now) !== contentOf(contact);
    })
    .map((contact): Op => ({ t: 'contact.put', contact }));
  const drop = contacts
    .filter((contact) => contact.deletedAt === null && !kept.has(contact.id))
    .map((contact): Op => ({
      t: 'contact.put',
      contact: { ...contact, deletedAt: new Date(0).toISOString() },
    }));
  return { put, drop };
}

function contentOf({ name, title, phone, addresses, deletedAt }: Contact): string {
  return JSON.stringify([name, title, phone, addresses, deletedAt === null]);
}

/** Columns are made and changed before the cells are written, and deleted after it. */
function diffColumns(sheet: SheetReader, wanted: WantedState): { before: Op[]; after: Op[] } {
  const before: Op[] = [];
  const kept = new Set<ColumnId>();
  for (const column of wanted.columns) {
    if (column.deletedAt !== null) continue;
    kept.add(column.id);
    const now = sheet.column(column.id);
    if (!now) {
      before.push({ t: 'col.add', column });
      continue;
    }
    if (now.deletedAt !== null) before.push({ t: 'col.restore', col: column.id });
    if (now.type !== column.type) before.push(retypeTo(sheet, column, wanted));
    before.push(...settingsOf(now, column));
  }
  const after = [...sheet.allColumns()]
    .filter((column) => column.deletedAt === null && !kept.has(column.id))
    .map((column): Op => ({ t: 'col.del', col: column.id }));
  return { before, after };
}

function settingsOf(now: Column, { id, name, position, options, type }: Column): Op[] {
  const patch: Extract<Op, { t: 'col.set' }>['patch'] = {};
  if (now.name !== name) patch.name = name;
  if (now.position !== position) patch.position = position;
  if (now.type === type && canonicalJson(now.options) !== canonicalJson(options)) patch.options = options;
  return Object.keys(patch).length === 0 ? [] : [{ t: 'col.set', col: id, patch }];
}

/** The new type with exactly the wanted values: nothing is left to conversion. */
function retypeTo(sheet: SheetReader, { id, type, options }: Column, wanted: WantedState): Op {
  const values: Record<InvestorId, CellValue> = {};
  for (const [row] of sheet.cellsOf(id)) values[row] = null;
  for (const row of wanted.rows) {
    const value = row.values[id];
    if (value !== undefined && row.id in values) values[row.id] = value;
  }
  return { t: 'col.retype', col: id, type, options, values };
}

function diffRows({ sheet, rows }: PresentState, wanted: WantedState): Op[] {
  const ops: Op[] = [];
  const known = new Map(rows.map((row) => [row.id, row]));
  const columns = wanted.columns.filter((column) => column.deletedAt === null && !isComputed(column.type));
  const cells = new Map(columns.map((column) => [column.id, cellsOfColumn(sheet, column)]));
  const kept = new Set<InvestorId>();
  for (const { id, position, values } of wanted.rows) {
    kept.add(id);
    const now = known.get(id);
    if (!now) {
      const filled: Record<ColumnId, CellValue> = {};
      for (const { id: col } of columns) filled[col] = values[col] ?? null;
      ops.push({ t: 'row.add', row: id, position, values: filled });
      continue;
    }
    if (now.deletedAt !== null) ops.push({ t: 'row.restore', row: id });
    if (now.position !== position) ops.push({ t: 'row.move', row: id, position });
    for (const { id: col } of columns) {
      const state = cells.get(col)?.get(id);
      const value = values[col] ?? null;
      if (!sameValue(state?.value ?? null, value))
        ops.push({ t: 'cell.set', row: id, col, value, ifVer: state?.ver ?? 0 });
    }
  }
  for (const row of rows)
    if (row.deletedAt === null && !kept.has(row.id)) ops.push({ t: 'row.del', row: row.id });
  return ops;
}

/** A column that is retyped takes its values with the retype; what differs still is written over it. */
function cellsOfColumn(sheet: SheetReader, column: Column): ReadonlyMap<InvestorId, CellState> {
  return sheet.column(column.id)?.type === column.type || !sheet.column(column.id)
    ? new Map(sheet.cellsOf(column.id))
    : new Map();
}
