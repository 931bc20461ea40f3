import type { Column, Contact, Epoch, WorkspaceId } from '@crm/shared';
import { InvestorId, UserId } from '@crm/shared';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { Reader } from '../../db/transaction.ts';
import { readCounters } from './log.store.ts';
import { ContactRow, SELECT_CONTACT } from './rows.store.ts';
import type { SourceCell, SourceRow } from './snapshot-encode.rules.ts';
import { readColumns } from './sheet.store.ts';

const Facts = z.object({ name: z.string(), timeZone: z.string(), currency: z.string() });

/** What a snapshot says about the workspace. @throws ZodError when there is none */
export function readFacts(db: Pick<Reader, 'reading'>, workspaceId: WorkspaceId): z.infer<typeof Facts> {
  const sql = 'SELECT name, time_zone AS timeZone, currency FROM workspace WHERE id = ?';
  return Facts.parse(db.reading(sql).get(workspaceId));
}

const ROWS = `SELECT id, number, position, ver, created_at AS createdAt, created_by AS createdBy, updated_at AS updatedAt,
  updated_by AS updatedBy, deleted_at AS deletedAt FROM investors WHERE workspace_id = ?`;

/**
 * One unchanging moment of the sheet, read over a connection of its own so that it can be read in small pieces while
 * people go on editing. Close it soon: it keeps the write-ahead log from being folded in.
 */
export class SnapshotSource {
  readonly epoch: Epoch;
  readonly seq: number;
  readonly lastNumber: number;
  readonly workspace: z.infer<typeof Facts>;
  readonly #sqlite: Sqlite.Database;
  readonly #workspaceId: WorkspaceId;

  constructor(file: string, workspaceId: WorkspaceId) {
    this.#sqlite = new Sqlite(file, { readonly: true });
    this.#workspaceId = workspaceId;
    try {
      this.#sqlite.exec('BEGIN');
      const { epoch, headSeq, lastNumber } = readCounters(this.#reader, workspaceId);
      this.epoch = epoch;
      this.seq = headSeq;
      this.lastNumber = lastNumber;
      this.workspace = readFacts(this.#reader, workspaceId);
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  columns(): Column[] {
    return readColumns(this.#reader, this.#workspaceId);
  }

  people(): UserId[] {
    const ids = this.#sqlite.prepare('SELECT id FROM user ORDER BY id').pluck().all();
    return ids.map((id) => UserId.parse(id));
  }

  *contacts(): Generator<Contact> {
    const rows = this.#sqlite.prepare(`${SELECT_CONTACT} WHERE workspace_id = ? ORDER BY id`);
    for (const row of rows.iterate(this.#workspaceId)) yield ContactRow.parse(row);
  }

  /** Every row, deleted ones too, in order of id: the order in which cells are stored. */
  rows(): IterableIterator<SourceRow> {
    return this.#sqlite.prepare<[string], SourceRow>(`${ROWS} ORDER BY id`).iterate(this.#workspaceId);
  }

  /** The first live rows in sheet order. */
  firstRows(count: number): SourceRow[] {
    return this.#sqlite
      .prepare<[string, number], SourceRow>(`${ROWS} AND deleted_at IS NULL ORDER BY position, id LIMIT ?`)
      .all(this.#workspaceId, count);
  }

  /** The cells of a column in order of row id. */
  cells(col: string): IterableIterator<SourceCell> {
    return this.#sqlite
      .prepare<[string, string], SourceCell>(
        'SELECT row_id AS rowId, value, ver FROM cell WHERE workspace_id = ? AND col_id = ? ORDER BY row_id',
      )
      .iterate(this.#workspaceId, col);
  }

  cell(col: string, row: string): SourceCell | undefined {
    return this.#sqlite
      .prepare<[string, string, string], SourceCell>(
        'SELECT row_id AS rowId, value, ver FROM cell WHERE workspace_id = ? AND col_id = ? AND row_id = ?',
      )
      .get(this.#workspaceId, col, row);
  }

  close(): void {
    this.#sqlite.close();
  }

  get #reader(): Pick<Reader, 'reading'> {
    return { reading: (sql) => this.#sqlite.prepare(sql) };
  }
}

/** The id of a row, as the rest of the program knows it. */
export function rowIdOf(row: Pick<SourceRow, 'id'>): InvestorId {
  return InvestorId.parse(row.id);
}
