import type { RowMeta } from '@crm/grid';
import type { ColumnContext } from '@crm/grid/columns';
import type { Column, ColumnId, Contact } from '@crm/shared';
import { setImmediate } from 'node:timers/promises';
import type { AppContext } from '../../context.ts';
import {
  allRows,
  cellsOf,
  liveColumns,
  liveContacts,
  peopleAndZone,
  type TableCell,
} from './sheet-table.store.ts';

/** The whole sheet, read column by column. */
export interface SheetTable {
  /** Live columns in sheet order. */
  readonly columns: readonly Column[];
  /** All rows in sheet order, deleted ones too. */
  readonly rows: readonly RowMeta[];
  /** The stored cells; computed columns have none. */
  readonly cells: ReadonlyMap<ColumnId, ReadonlyMap<string, TableCell>>;
  readonly contacts: readonly Contact[];
  readonly ctx: ColumnContext;
}

/** The sheet without its cells: what proposing types and columns needs. */
export function readFrame(app: AppContext): Omit<SheetTable, 'cells' | 'rows'> {
  const { reader } = app.db;
  const contacts = liveContacts(reader, app.workspaceId);
  return { columns: liveColumns(reader, app.workspaceId), contacts, ctx: contextOf(app, contacts) };
}

/**
 * Reads the sheet, all columns or those that are named. Other requests are served between two columns, so that it may be read over
 * several moments; who writes afterwards guards each cell by its version.
 */
export async function readTable(app: AppContext, only?: ReadonlySet<ColumnId>): Promise<SheetTable> {
  const frame = readFrame(app);
  const rows = allRows(app.db.reader, app.workspaceId);
  const cells = new Map<ColumnId, ReadonlyMap<string, TableCell>>();
  for (const { id } of frame.columns) {
    if (only && !only.has(id)) continue;
    cells.set(id, cellsOf(app.db.reader, app.workspaceId, id));
    await setImmediate();
  }
  return { ...frame, rows, cells };
}

/** Reading and writing values, with people and contacts at hand. */
function contextOf(app: AppContext, contacts: readonly Contact[]): ColumnContext {
  const { people, timeZone } = peopleAndZone(app.db.reader);
  const byId = new Map(people.map((person) => [person.id, person]));
  const contactById = new Map<string, Contact>(contacts.map((contact) => [contact.id, contact]));
  const byWord = new Map<string, Contact[]>();
  for (const contact of contacts) {
    for (const word of new Set(
      [contact.name, ...contact.addresses].map((text) => text.trim().toLowerCase()),
    )) {
      const same = byWord.get(word);
      if (same) same.push(contact);
      else byWord.set(word, [contact]);
    }
  }
  return {
    locale: 'en-US',
    timeZone,
    now: app.clock.now(),
    person: (id) => byId.get(id),
    people: () => people,
    contact: (id) => contactById.get(id),
    findContacts: (text) => byWord.get(text.trim().toLowerCase()) ?? [],
  };
}
