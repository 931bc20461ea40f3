import type { SheetReader } from '@crm/grid';
import type { CellState, RowMeta } from '@crm/grid';
import { InvestorId } from '@crm/shared';
import type { Column, ColumnId, Communication, Contact, WorkspaceId } from '@crm/shared';
import { z } from 'zod';
import type { Reader } from '../../db/transaction.ts';
import {
  CellRow,
  ColumnRow,
  CommunicationRow,
  ContactRow,
  ROW_COLUMNS,
  RowRow,
  SELECT_CONTACT,
} from './rows.store.ts';

const EMPTY: CellState = { value: null, ver: 0, clientId: null };
const RowCell = z.object({ row_id: InvestorId }).and(CellRow);

/** The sheet in SQLite, as it stands in the reader's transaction. Columns are read once and kept. */
export class StoredSheet implements SheetReader {
  protected readonly columns = new Map<ColumnId, Column>();
  protected readonly workspaceId: WorkspaceId;
  readonly #db: Reader;

  constructor(
    db: Reader,
    workspaceId: WorkspaceId,
    columns: readonly Column[] = readColumns(db, workspaceId),
  ) {
    this.#db = db;
    this.workspaceId = workspaceId;
    for (const column of columns) this.columns.set(column.id, column);
  }

  row(id: InvestorId): RowMeta | undefined {
    const row = this.#db.reading(`SELECT ${ROW_COLUMNS} FROM investors WHERE id = ?`).get(id);
    return row === undefined ? undefined : RowRow.parse(row);
  }

  column(id: ColumnId): Column | undefined {
    return this.columns.get(id);
  }

  allColumns(): Iterable<Column> {
    return this.columns.values();
  }

  cell(row: InvestorId, col: ColumnId): CellState {
    const cell = this.#db
      .reading('SELECT value, ver, client_id FROM cell WHERE workspace_id = ? AND col_id = ? AND row_id = ?')
      .get(this.workspaceId, col, row);
    return cell === undefined ? EMPTY : CellRow.parse(cell);
  }

  contact(id: Contact['id']): Contact | undefined {
    const row = this.#db.reading(`${SELECT_CONTACT} WHERE id = ?`).get(id);
    return row === undefined ? undefined : ContactRow.parse(row);
  }

  communication(id: Communication['id']): Communication | undefined {
    const row = this.#db.reading('SELECT * FROM communication WHERE id = ?').get(id);
    return row === undefined ? undefined : CommunicationRow.parse(row);
  }

  *cellsOf(col: ColumnId): Generator<readonly [InvestorId, CellState]> {
    const rows = this.#db
      .reading('SELECT row_id, value, ver, client_id FROM cell WHERE workspace_id = ? AND col_id = ?')
      .all(this.workspaceId, col);
    for (const raw of rows) {
      const { row_id, ...state } = RowCell.parse(raw);
      yield [row_id, state];
    }
  }
}

/** Every column, deleted ones too, in sheet order. */
export function readColumns(db: Pick<Reader, 'reading'>, workspaceId: WorkspaceId): Column[] {
  return db
    .reading('SELECT * FROM column WHERE workspace_id = ? ORDER BY position, id')
    .all(workspaceId)
    .map((row) => ColumnRow.parse(row));
}

/** Changes whenever a column does: what a kept list of columns is checked against. */
export function columnsStamp(db: Reader): string {
  const row = db
    .reading<{ n: number; ver: number | null }>('SELECT count(*) AS n, max(ver) AS ver FROM column')
    .get();
  return `${row?.n ?? 0}:${row?.ver ?? 0}`;
}
