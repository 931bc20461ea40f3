import { InvestorId, newId, sameValue, type CellValue, type ColumnId, type Op } from '@crm/shared';
import { generateNKeysBetween } from 'fractional-indexing';
import { kindOf } from '../columns/index.ts';
import { CellReader } from './cell-reader.ts';
import { sizeOf, type CellProblem, type SelectedSheet, type Selection } from './selection.ts';
import type { Block } from './tsv.ts';

/** The ops of a paste, or why nothing of it is done. */
export type PastePlan =
  | {
      readonly ok: true;
      /** One list, so that it is one step to undo; empty when everything stands there already. */
      readonly ops: readonly Op[];
      /** What is selected afterwards. */
      readonly target: Selection;
      readonly label: string;
      /** Ids of rows that the paste adds at the end of the sheet. */
      readonly added: readonly InvestorId[];
    }
  | { readonly ok: false; readonly reason: string; readonly problems: readonly CellProblem[] };

/** More problems than these are only counted. */
const MAX_PROBLEMS = 100;
/** The most cells one paste writes. */
const MAX_CELLS = 500_000;

export interface PasteInput extends SelectedSheet {
  readonly selection: Selection;
  readonly block: Block;
}

/**
 * Works out a paste. A block that fits into the selection a whole number of times fills it; any other is written from its
 * upper left corner. Rows beyond the last are added at the end of the sheet. Columns that nobody writes are passed over. Where a
 * single cell cannot be read, nothing is changed and every reason is told.
 */
export function planPaste(input: PasteInput): PastePlan {
  const { view, order, columns, block } = input;
  const target = targetOf(input.selection, block);
  const size = sizeOf(target);
  if (block.length === 0 || size.rows * size.columns === 0) return refused('There is nothing to paste.');
  if (size.rows * size.columns > MAX_CELLS)
    return refused('This is more than can be pasted at once; import it as a file.');
  const extra = target.right + 1 - columns.length;
  if (extra > 0)
    return refused(`The copied block is ${plural(extra, 'column')} wider than the sheet from here.`);
  const under = columns.slice(target.left, target.right + 1);
  if (under.every(({ type }) => kindOf(type).computed)) {
    return refused(`“${under[0]?.name ?? ''}” is filled in by the program and cannot be edited.`);
  }
  const reader = new CellReader(input.ctx);
  const problems: CellProblem[] = [];
  const cells: Op[] = [];
  const fresh: Record<ColumnId, CellValue>[] = [];
  let problemCount = 0;
  for (let row = target.top; row <= target.bottom; row += 1) {
    const texts = block[(row - target.top) % block.length] ?? [];
    const slot = order[row];
    const values: Record<ColumnId, CellValue> = {};
    for (const [i, column] of under.entries()) {
      if (kindOf(column.type).computed) continue;
      const text = texts[i % texts.length] ?? '';
      const before = slot === undefined ? null : view.value(slot, column.id);
      const reading = reader.read(column, text, before);
      if (!reading.ok) {
        problemCount += 1;
        if (problems.length < MAX_PROBLEMS)
          problems.push({ row, column: column.name, text, reason: reading.reason });
      } else if (slot === undefined) {
        if (reading.value !== null) values[column.id] = reading.value;
      } else if (!sameValue(reading.value, before)) {
        const ref = { row: view.rowAt(slot).id, col: column.id };
        cells.push({ t: 'cell.set', ...ref, value: reading.value, ifVer: view.version(slot, column.id) });
      }
    }
    if (slot === undefined) fresh.push(values);
  }
  if (problemCount > 0) {
    const where = problemCount === 1 ? 'One cell does' : `${problemCount} cells do`;
    return { ok: false, reason: `Nothing was pasted: ${where} not fit.`, problems };
  }
  const rows = addedRows(view, fresh);
  const count = size.rows * size.columns;
  return {
    ok: true,
    ops: [...reader.ops, ...rows, ...cells],
    target,
    label: count === 1 ? 'Paste' : `Paste ${count} cells`,
    added: rows.map((op) => op.row),
  };
}

/** Where the block goes: over the whole selection when it fills that evenly, else from its corner. */
function targetOf(selection: Selection, block: Block): Selection {
  const { top, left } = selection;
  const size = sizeOf(selection);
  const rows = block.length;
  const columns = block[0]?.length ?? 0;
  const down = rows > 0 && size.rows % rows === 0 ? size.rows : rows;
  const across = columns > 0 && size.columns % columns === 0 ? size.columns : columns;
  return { top, left, bottom: top + down - 1, right: left + across - 1 };
}

function addedRows(
  view: PasteInput['view'],
  fresh: readonly Record<ColumnId, CellValue>[],
): Extract<Op, { t: 'row.add' }>[] {
  if (fresh.length === 0) return [];
  const positions = generateNKeysBetween(lastPosition(view), null, fresh.length);
  return fresh.map((values, i) => ({
    t: 'row.add',
    row: newId(InvestorId),
    position: positions[i] ?? '',
    values,
  }));
}

function lastPosition(view: PasteInput['view']): string | null {
  let last: string | null = null;
  for (let slot = 0; slot < view.slotCount; slot += 1) {
    if (!view.isLive(slot)) continue;
    const { position } = view.rowAt(slot);
    if (last === null || position > last) last = position;
  }
  return last;
}

function refused(reason: string): PastePlan {
  return { ok: false, reason, problems: [] };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
