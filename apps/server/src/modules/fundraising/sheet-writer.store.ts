import type { CellState, RowMeta, SheetWriter } from '@crm/grid';
import { itemsOf } from '@crm/grid';
import { Commitment } from '@crm/shared';
import type {
  CellValue,
  Column,
  ColumnId,
  Communication,
  Contact,
  InvestorId,
  UserId,
  WorkspaceId,
} from '@crm/shared';
import type { Writer } from '../../db/transaction.ts';
import { StoredSheet } from './sheet.store.ts';

/**
 * The sheet in SQLite, written op by op. The relational truths that cells stand for (funds, commitments, who works for
 * whom) are written with the cells, in the same transaction.
 */
export class StoredSheetWriter extends StoredSheet implements SheetWriter {
  readonly #tx: Writer;
  /** The instant that the writes carry. */
  readonly #at: string;
  readonly #nextNumber: () => number;

  constructor(
    tx: Writer,
    workspaceId: WorkspaceId,
    columns: readonly Column[],
    at: string,
    nextNumber: () => number,
  ) {
    super(tx, workspaceId, columns);
    this.#tx = tx;
    this.#at = at;
    this.#nextNumber = nextNumber;
  }

  /** The columns as they stand now, for the next transaction. */
  columnsNow(): readonly Column[] {
    return [...this.columns.values()];
  }

  /** Puts the columns back as they were before writes that have been undone. */
  resetColumns(columns: readonly Column[]): void {
    this.columns.clear();
    for (const column of columns) this.columns.set(column.id, column);
  }

  nextNumber(): number {
    return this.#nextNumber();
  }

  putRow(row: RowMeta): void {
    this.#tx
      .writing(
        `INSERT INTO investors (id, workspace_id, number, position, ver, created_at, created_by, updated_at, updated_by, deleted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, updated_at = excluded.updated_at,
           updated_by = excluded.updated_by, deleted_at = excluded.deleted_at`,
      )
      .run(
        row.id,
        this.workspaceId,
        row.number,
        row.position,
        row.ver,
        row.createdAt,
        row.createdBy,
        row.updatedAt,
        row.updatedBy,
        row.deletedAt,
      );
  }

  touchRow(id: InvestorId, at: string, by: UserId | null): void {
    this.#tx.writing('UPDATE investors SET updated_at = ?, updated_by = ? WHERE id = ?').run(at, by, id);
  }

  putCell(row: InvestorId, col: ColumnId, state: CellState): void {
    this.#tx
      .writing(
        `INSERT INTO cell (workspace_id, col_id, row_id, value, ver, client_id) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (workspace_id, col_id, row_id) DO UPDATE SET value = excluded.value, ver = excluded.ver, client_id = excluded.client_id`,
      )
      .run(this.workspaceId, col, row, JSON.stringify(state.value), state.ver, state.clientId);
    const column = this.columns.get(col);
    if (column?.type === 'commitment') this.#putCommitment(row, column, state.value);
    else if (column?.type === 'contacts') this.#putMembers(row, col, state.value);
  }

  putColumn(column: Column): void {
    const before = this.columns.get(column.id);
    this.columns.set(column.id, column);
    this.#tx
      .writing(
        `INSERT INTO column (id, workspace_id, name, type, options, position, key, ver, deleted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, options = excluded.options,
           position = excluded.position, ver = excluded.ver, deleted_at = excluded.deleted_at`,
      )
      .run(
        column.id,
        this.workspaceId,
        column.name,
        column.type,
        JSON.stringify(column.options),
        column.position,
        column.key,
        column.ver,
        column.deletedAt,
      );
    if (column.type === 'commitment') this.#putFund(column);
    if (before?.type === 'contacts' && column.type !== 'contacts')
      this.#tx.writing('DELETE FROM investor_contact WHERE col_id = ?').run(column.id);
  }

  putContact(contact: Contact): void {
    const { id, name, title, phone, deletedAt } = contact;
    this.#tx
      .writing(
        `INSERT INTO contact (id, workspace_id, name, title, phone, created_at, updated_at, deleted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, phone = excluded.phone,
           updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`,
      )
      .run(id, this.workspaceId, name, title, phone, this.#at, this.#at, deletedAt);
    this.#tx.writing('DELETE FROM contact_address WHERE contact_id = ?').run(id);
    const insert = this.#tx.writing(
      'INSERT INTO contact_address (contact_id, workspace_id, ordinal, address, normalized) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [ordinal, address] of contact.addresses.entries())
      insert.run(id, this.workspaceId, ordinal, address, address.trim().toLowerCase());
    // Mail that came before the address was known is looked at again.
    this.#tx
      .writing('INSERT INTO outbox (workspace_id, topic, payload, created_at) VALUES (?, ?, ?, ?)')
      .run(this.workspaceId, 'contact.changed', JSON.stringify({ contactId: id }), this.#at);
  }

  putCommunication(item: Communication): void {
    this.#tx
      .writing(
        `INSERT INTO communication (id, workspace_id, investor_id, type, occurred_on, subject, body, outcome, next_step, created_by, created_at, deleted_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET type = excluded.type, occurred_on = excluded.occurred_on, subject = excluded.subject,
           body = excluded.body, outcome = excluded.outcome, next_step = excluded.next_step, deleted_at = excluded.deleted_at`,
      )
      .run(
        item.id,
        this.workspaceId,
        item.investorId,
        item.type,
        item.occurredOn,
        item.subject,
        item.body,
        item.outcome,
        item.nextStep,
        item.createdBy,
        item.createdAt,
        item.deletedAt,
      );
  }

  #putFund({ id, name, options, deletedAt }: Column): void {
    if (options.fundId === undefined) return;
    const currency = options.currency ?? 'USD';
    this.#tx
      .writing(
        `INSERT INTO fund (id, workspace_id, name, currency, col_id, created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, currency = excluded.currency, deleted_at = excluded.deleted_at`,
      )
      .run(options.fundId, this.workspaceId, name, currency, id, this.#at, deletedAt);
    this.#tx.writing('UPDATE commitment SET currency = ? WHERE fund_id = ?').run(currency, options.fundId);
  }

  #putCommitment(row: InvestorId, { options }: Column, value: CellValue): void {
    const { fundId, currency = 'USD' } = options;
    if (fundId === undefined) return;
    const commitment = Commitment.safeParse(value);
    if (!commitment.success) {
      this.#tx
        .writing('UPDATE commitment SET deleted_at = ?, updated_at = ? WHERE investor_id = ? AND fund_id = ?')
        .run(this.#at, this.#at, row, fundId);
      return;
    }
    const { amount, status } = commitment.data;
    this.#tx
      .writing(
        `INSERT INTO commitment (workspace_id, investor_id, fund_id, amount, currency, status, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (investor_id, fund_id) DO UPDATE SET amount = excluded.amount, currency = excluded.currency,
           status = excluded.status, updated_at = excluded.updated_at, deleted_at = NULL`,
      )
      .run(this.workspaceId, row, fundId, amount, currency, status, this.#at);
  }

  #putMembers(row: InvestorId, col: ColumnId, value: CellValue): void {
    this.#tx.writing('DELETE FROM investor_contact WHERE investor_id = ? AND col_id = ?').run(row, col);
    const insert = this.#tx.writing(
      'INSERT INTO investor_contact (workspace_id, investor_id, contact_id, col_id) VALUES (?, ?, ?, ?)',
    );
    for (const contact of itemsOf(value)) insert.run(this.workspaceId, row, contact, col);
  }
}
