import { sameValue } from '@crm/shared';
import type { CellConflict, ColumnId, InvestorId, Op } from '@crm/shared';
import { canonicalJson, invertOp } from '../ops/index.ts';
import type { SheetReader } from '../sheet/types.ts';
import type { Pending } from './lane.ts';

/** Steps kept; older ones are forgotten. */
const MAX_STEPS = 200;

/** Names a state of a cell in this tab's own view of its past. Undoing a write brings the state before it back. */
type CellToken = object;

/** How to take one op back. */
interface Reversal {
  readonly inverse: Op;
  readonly forward: Op;
  readonly entry: Pending;
  /** Present for guarded cell writes: the states of the cell after and before. */
  readonly cell: { readonly key: string; readonly after: CellToken; readonly before: CellToken } | null;
}

interface Step {
  readonly label: string;
  readonly reversals: readonly Reversal[];
}

/** A step made ready to be sent. */
export interface Reverting {
  readonly label: string;
  readonly ops: readonly Op[];
  /** Cells that another person has written since: the step is put before its author instead (protocol §8). */
  readonly conflicts: readonly CellConflict[];
  /** States to which the step leads back, by op, for the step that redoes it. */
  readonly leadsTo: readonly (Reversal['cell'] | null)[];
}

/**
 * What this tab can take back. A guarded write is taken back only while no other tab has written the cell after it, not
 * even when an own write came later still: each cell's states are named, and a foreign write makes a new name.
 */
export class UndoHistory {
  readonly #undo: Step[] = [];
  readonly #redo: Step[] = [];
  #states = new Map<string, CellToken>();

  label(which: 'undo' | 'redo'): string | null {
    return this.#effective(which)?.label ?? null;
  }

  /** Another tab wrote the cell. */
  foreignWrite(row: InvestorId, col: ColumnId): void {
    const key = keyOf(row, col);
    if (this.#states.has(key)) this.#states.set(key, {});
  }

  /** The sheet was loaded anew: `isMine` tells of a cell whether its last write is this tab's. */
  reloaded(isMine: (row: InvestorId, col: ColumnId) => boolean): void {
    const seen = new Set<string>();
    for (const { forward } of [...this.#undo, ...this.#redo].flatMap((step) => step.reversals)) {
      if (forward.t !== 'cell.set' || seen.has(keyOf(forward.row, forward.col))) continue;
      seen.add(keyOf(forward.row, forward.col));
      if (!isMine(forward.row, forward.col)) this.foreignWrite(forward.row, forward.col);
    }
  }

  /** Nothing of before can be taken back. */
  clear(): void {
    this.#undo.length = 0;
    this.#redo.length = 0;
    this.#states = new Map();
  }

  /**
   * Notes one op just before it is applied. `target` is the state that the op leads back to, when it is part of an undo
   * or redo.
   */
  record(before: SheetReader, op: Op, entry: Pending, target: Reversal['cell'] | null): Reversal[] {
    return invertOp(before, op)
      .toReversed()
      .map((inverse) => {
        if (op.t !== 'cell.set') return { inverse, forward: op, entry, cell: null };
        const key = keyOf(op.row, op.col);
        const was = this.#states.get(key) ?? {};
        const after = target?.before ?? {};
        this.#states.set(key, after);
        return { inverse, forward: op, entry, cell: { key, after, before: was } };
      });
  }

  /** Keeps a performed step where the next undo (or redo) finds it. */
  push(kind: 'edit' | 'undo' | 'redo', label: string, reversals: readonly Reversal[]): void {
    if (kind === 'edit') this.#redo.length = 0;
    if (reversals.length === 0) return;
    const steps = kind === 'undo' ? this.#redo : this.#undo;
    steps.push({ label, reversals });
    if (steps.length > MAX_STEPS) steps.shift();
  }

  /** Takes the latest step off and makes its ops; null when there is none. */
  take(which: 'undo' | 'redo', view: SheetReader): Reverting | null {
    const step = this.#effective(which);
    if (!step) return null;
    const steps = which === 'undo' ? this.#undo : this.#redo;
    steps.length = steps.lastIndexOf(step);
    const ops: Op[] = [];
    const leadsTo: (Reversal['cell'] | null)[] = [];
    const conflicts: CellConflict[] = [];
    for (const reversal of step.reversals.toReversed()) {
      if (reversal.entry.dropped || !stillStands(view, reversal.forward)) continue;
      const op = guarded(reversal, view);
      const conflict = this.#conflict(reversal, view, ops.length);
      if (conflict) conflicts.push(conflict);
      ops.push(op);
      leadsTo.push(reversal.cell);
    }
    return { label: step.label, ops, conflicts, leadsTo };
  }

  #effective(which: 'undo' | 'redo'): Step | undefined {
    const steps = which === 'undo' ? this.#undo : this.#redo;
    return steps.findLast((step) => step.reversals.some((reversal) => !reversal.entry.dropped));
  }

  #conflict(reversal: Reversal, view: SheetReader, op: number): CellConflict | null {
    const { cell, forward } = reversal;
    if (!cell || forward.t !== 'cell.set' || this.#states.get(cell.key) === cell.after) return null;
    const { value, ver } = view.cell(forward.row, forward.col);
    const row = view.row(forward.row);
    const [by, at] = [row?.updatedBy ?? null, row?.updatedAt ?? reversal.entry.at];
    return { op, row: forward.row, col: forward.col, theirs: value, by, at, ver };
  }
}

function keyOf(row: InvestorId, col: ColumnId): string {
  return `${row} ${col}`;
}

/** The inverse with the version that the own op produced, once that is known. */
function guarded({ inverse, entry }: Reversal, view: SheetReader): Op {
  if (inverse.t === 'cell.set') return { ...inverse, ifVer: view.cell(inverse.row, inverse.col).ver };
  if (
    (inverse.t === 'row.del' || inverse.t === 'col.del') &&
    inverse.ifVer !== undefined &&
    entry.seq !== null
  )
    return { ...inverse, ifVer: entry.seq + entry.ops.length - 1 };
  return inverse;
}

/** Where the last writer wins, an undo acts only while the own write is what stands there. */
function stillStands(view: SheetReader, forward: Op): boolean {
  switch (forward.t) {
    case 'row.move':
      return view.row(forward.row)?.position === forward.position;
    case 'col.set': {
      const column = view.column(forward.col);
      const { name, position, options } = forward.patch;
      return (
        column !== undefined &&
        (name === undefined || column.name === name) &&
        (position === undefined || column.position === position) &&
        (options === undefined || canonicalJson(column.options) === canonicalJson(options))
      );
    }
    case 'col.retype':
      return view.column(forward.col)?.type === forward.type;
    case 'contact.put': {
      const contact = view.contact(forward.contact.id);
      return (
        contact !== undefined &&
        contact.name === forward.contact.name &&
        contact.title === forward.contact.title &&
        contact.phone === forward.contact.phone &&
        sameValue(contact.addresses, forward.contact.addresses)
      );
    }
    default:
      return true;
  }
}
