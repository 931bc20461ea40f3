import type { CellValue, Column, ColumnId, Contact, InvestorId, Op, UserId } from '@crm/shared';
import { applyOp, invertOp } from '../ops/index.ts';
import { MemorySheet } from '../sheet/memory-sheet.ts';
import { modifiedColumns } from '../sheet/computed.ts';
import { ChangeBuffer } from './changes.ts';
import type { SheetChange, SheetSession } from './types.ts';
import { FoldedView } from './view.ts';

/** A row to start with; only non-empty cells. */
export interface LocalRow {
  readonly id: InvestorId;
  readonly position: string;
  readonly values: Record<ColumnId, CellValue>;
}

/** What else a local session may start with. */
export interface LocalOptions {
  readonly contacts?: readonly Contact[];
  readonly userId?: UserId | null;
  /** IANA zone of the fund. */
  readonly timeZone?: string;
  /** The instant that edits carry; the present by default. */
  readonly now?: () => Date;
}

interface Step {
  readonly label: string;
  readonly ops: readonly Op[];
}

/** A sheet that lives in this page alone: every edit lands at once. For rendering work, stories and tests. */
export function createLocalSession(
  columns: readonly Column[],
  rows: readonly LocalRow[],
  options: LocalOptions = {},
): SheetSession {
  const now = options.now ?? (() => new Date());
  const by = options.userId ?? null;
  const listeners = new Set<(change: SheetChange) => void>();
  const statusListeners = new Set<() => void>();
  const changes = new ChangeBuffer(
    (change) => {
      if (change.contacts) view.forgetContacts();
      if (change.communications.length > 0) view.forgetCommunications();
      for (const listener of listeners) listener(change);
    },
    () => modified,
  );
  const base = new MemorySheet(undefined, changes);
  const view = new FoldedView(base, changes);
  let seq = 1;
  const at = now().toISOString();
  for (const column of columns) base.putColumn(column);
  for (const contact of options.contacts ?? []) base.putContact(contact);
  for (const { id, position, values } of rows)
    applyOp(base, { t: 'row.add', row: id, position, values }, { seq, by, at, clientId: null });
  let modified = modifiedColumns(view.columns());

  const undo: Step[] = [];
  const redo: Step[] = [];
  const perform = ({ ops, label }: Step): Step => {
    const inverse: Op[][] = [];
    for (const op of ops) {
      inverse.push([...invertOp(base, op)]);
      applyOp(base, op, { seq: ++seq, by, at: now().toISOString(), clientId: null });
    }
    modified = modifiedColumns(view.columns());
    for (const listener of statusListeners) listener();
    return { label, ops: inverse.toReversed().flat() };
  };
  const step = (from: Step[], to: Step[]): string | null => {
    const next = from.pop();
    if (!next) return null;
    to.push(perform(next));
    return next.label;
  };

  return {
    view,
    phase: 'ready',
    workspace: { name: '', timeZone: options.timeZone ?? 'UTC', currency: 'USD' },
    commit(ops, label) {
      redo.length = 0;
      undo.push(perform({ ops, label }));
    },
    undo: () => step(undo, redo),
    redo: () => step(redo, undo),
    get undoLabel() {
      return undo.at(-1)?.label ?? null;
    },
    get redoLabel() {
      return redo.at(-1)?.label ?? null;
    },
    status: () => ({ state: 'saved', pending: 0, attention: 0, problem: null }),
    tray: () => [],
    keepMine: () => undefined,
    discard: () => undefined,
    restoreAndApply: () => undefined,
    presence: () => [],
    announce: () => true,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    onPresence: () => () => undefined,
    close() {
      listeners.clear();
      statusListeners.clear();
    },
  };
}
