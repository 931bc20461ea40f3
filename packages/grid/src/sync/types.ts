import type {
  CellRef,
  CellValue,
  Column,
  ColumnId,
  Communication,
  Contact,
  ContactId,
  InvestorId,
  MutationResult,
  Op,
  PresenceEntry,
} from '@crm/shared';
import type { RowMeta } from '../sheet/types.ts';

/**
 * What is shown: the server's state with this tab's pending edits folded over it. Rows have a slot, a small integer that is
 * theirs while the page is open, so that indexes and painting need no strings.
 */
export interface SheetView {
  /** One more than the highest slot; slots of rows that are not live are skipped by `isLive`. */
  readonly slotCount: number;
  slotOf(row: InvestorId): number | undefined;
  rowAt(slot: number): RowMeta;
  /** Loaded, added and not deleted. */
  isLive(slot: number): boolean;
  /** The value, computed columns included. Null while the column is still loading. */
  value(slot: number, col: ColumnId): CellValue;
  /** The cell's version to put into `ifVer`: the seq of its last write, or -1 over an own pending write. */
  version(slot: number, col: ColumnId): number;
  /** Live columns in sheet order. */
  columns(): readonly Column[];
  /** Columns that were deleted and can be restored, last deleted first. */
  deletedColumns(): readonly Column[];
  /** Deleted columns are found too. */
  column(id: ColumnId): Column | undefined;
  isColumnLoaded(id: ColumnId): boolean;
  contact(id: ContactId): Contact | undefined;
  contacts(): readonly Contact[];
  /** Newest first. Those of before this page was opened come in after the first call; a change tells when. */
  communications(row: InvestorId): readonly Communication[];
  /** Whether an edit of this cell is on its way. */
  isPending(slot: number, col: ColumnId): boolean;
  /** The entry of the tray that marks this cell, if any. */
  conflictAt(slot: number, col: ColumnId): TrayItem | undefined;
}

/** What changed, told once per turn of the event loop. */
export interface SheetChange {
  /** Null = anything may have changed: build anew. A row's computed columns are named too. */
  readonly cells: readonly { readonly slot: number; readonly col: ColumnId }[] | null;
  /** Slots that appeared, went or moved. */
  readonly rows: readonly number[];
  /** Columns were added, changed, removed or loaded. */
  readonly columns: boolean;
  readonly contacts: boolean;
  /** Rows whose communications changed or have come in. */
  readonly communications: readonly InvestorId[];
}

/** An edit that did not land and waits for its author (protocol §4, §6). Nothing typed is ever dropped silently. */
export interface TrayItem {
  readonly id: string;
  readonly kind: 'conflict' | 'rejected' | 'review';
  /** What the person did, e.g. "Edit", "Paste 12 cells". */
  readonly label: string;
  readonly ops: readonly Op[];
  /** Present for `conflict` and `rejected`. */
  readonly result: MutationResult | null;
  readonly at: string;
}

/** The status pill (protocol §6). */
export interface SyncStatus {
  readonly state: 'saved' | 'saving' | 'offline' | 'attention' | 'reload' | 'unsaved';
  /** Edits not yet acknowledged. */
  readonly pending: number;
  /** Entries in the tray. */
  readonly attention: number;
  /** For `unsaved`: why edits cannot be kept on this device. */
  readonly problem: string | null;
}

/** How far the sheet has come: nothing, the first rows, all rows (columns still come in), everything. */
export type LoadPhase = 'opening' | 'first' | 'rows' | 'ready';

/** The fund's settings that cells are read with. */
export interface WorkspaceFacts {
  readonly name: string;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
  /** ISO 4217, of new funds. */
  readonly currency: string;
}

/** A tab's connection to the sheet. */
export interface SheetSession {
  readonly view: SheetView;
  /** A step forward is told as a change with `cells: null`. */
  readonly phase: LoadPhase;
  /** Null while `phase` is `opening`. */
  readonly workspace: WorkspaceFacts | null;
  /** Applies the ops at once on screen, keeps them on this device, and sends them as one mutation. Large lists are split as the limits ask, and undo as one. */
  commit(ops: readonly Op[], label: string): void;
  undo(): string | null;
  redo(): string | null;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  status(): SyncStatus;
  tray(): readonly TrayItem[];
  /** Sends the edit again over what stands there now. */
  keepMine(id: string): void;
  /** Drops the edit, by the person's own act; returns nothing to be restored. */
  discard(id: string): void;
  /** Restores the deleted row or column first, then applies the edit. */
  restoreAndApply(id: string): void;
  presence(): readonly PresenceEntry[];
  /** Where this tab is; `editing` asks for the lease on the cell. False when another holds it. */
  announce(cell: CellRef | null, editing: boolean): boolean;
  onChange(listener: (change: SheetChange) => void): () => void;
  onStatus(listener: () => void): () => void;
  onPresence(listener: () => void): () => void;
  close(): void;
}

/** A cell's write with the value it replaces, as the grid makes it. */
export interface CellEdit {
  readonly row: InvestorId;
  readonly col: ColumnId;
  readonly value: CellValue;
}
