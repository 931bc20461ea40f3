import type {
  CellValue,
  ClientId,
  Column,
  ColumnId,
  Communication,
  CommunicationId,
  Contact,
  ContactId,
  InvestorId,
  UserId,
} from '@crm/shared';

/** A row apart from its cells. */
export interface RowMeta {
  readonly id: InvestorId;
  readonly number: number;
  readonly position: string;
  /** seq of the op that added it. */
  readonly ver: number;
  readonly createdAt: string;
  readonly createdBy: UserId | null;
  readonly updatedAt: string;
  readonly updatedBy: UserId | null;
  readonly deletedAt: string | null;
}

/** One cell's register: its value, the seq of its last write (0 = never written) and the tab that wrote it. */
export interface CellState {
  readonly value: CellValue;
  readonly ver: number;
  readonly clientId: ClientId | null;
}

/** What checking and applying an op may ask of a sheet: SQLite, the browser's memory, or pending edits over either. */
export interface SheetReader {
  row(id: InvestorId): RowMeta | undefined;
  column(id: ColumnId): Column | undefined;
  /** Every column, deleted ones too, in no particular order. */
  allColumns(): Iterable<Column>;
  cell(row: InvestorId, col: ColumnId): CellState;
  contact(id: ContactId): Contact | undefined;
  communication(id: CommunicationId): Communication | undefined;
  /** Live and deleted rows that have a cell in `col`, for `col.retype`. */
  cellsOf(col: ColumnId): Iterable<readonly [InvestorId, CellState]>;
}

/** A sheet that ops are applied to. */
export interface SheetWriter extends SheetReader {
  putRow(row: RowMeta): void;
  /** Notes who changed the row last, and when. */
  touchRow(id: InvestorId, at: string, by: UserId | null): void;
  putColumn(column: Column): void;
  putCell(row: InvestorId, col: ColumnId, state: CellState): void;
  putContact(contact: Contact): void;
  putCommunication(communication: Communication): void;
  /** The next autonumber; never given twice. */
  nextNumber(): number;
}

/** Who writes, when, and under which seq. */
export interface Stamp {
  readonly seq: number;
  readonly by: UserId | null;
  readonly at: string;
  readonly clientId: ClientId | null;
}

/** Hears of every write, so that a screen can repaint just that. */
export interface ChangeSink {
  cell(slot: number, col: ColumnId): void;
  /** The row appeared, went, came back or moved. */
  row(slot: number): void;
  /** Only the row's time and author of change are new. */
  touched(slot: number): void;
  column(): void;
  contact(): void;
  communication(row: InvestorId): void;
}
