import { InvestorId, newId, sameValue, type CellValue, type ColumnId, type Op } from '@crm/shared';
import { generateNKeysBetween } from 'fractional-indexing';
import { CellReader, type CellReading } from '../clipboard/cell-reader.ts';
import { commitmentOf, kindOf, namesStatus } from '../columns/index.ts';
import { unguarded } from './guard.ts';
import { Ledger } from './ledger.ts';
import { keyOf, RowMatcher } from './match.ts';
import type { ImportInput, ImportPlan, ImportRow, PlannedRow } from './plan-types.ts';
import { addColumns, resolveTargets, type Target } from './target.ts';

/** How many rows are worked on between two pauses. */
const ROWS_PER_STEP = 100;

interface ReadCell {
  readonly target: Target;
  readonly text: string;
  readonly reading: CellReading;
}

interface ReadRow {
  readonly line: number;
  readonly cells: readonly ReadCell[];
  readonly values: ReadonlyMap<ColumnId, CellValue>;
  readonly key: string;
  readonly label: string;
  /** Why the key cell cannot be read. */
  readonly problem: string | null;
}

/** A row that is yet to get its id and its place. */
interface NewRow {
  readonly line: number;
  readonly values: ReadonlyMap<ColumnId, CellValue>;
  readonly base: PlannedRow['base'];
}

/** Works out an import at one go; see `planImportSteps`. */
export function planImport(input: ImportInput): ImportPlan {
  const steps = planImportSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Works out what a file does to the sheet, without changing anything: rows are found by the merge key, and each cell is compared
 * three ways, with what stands there and with what the last import gave. A cell edited here since is a conflict and left
 * alone. Pauses every few hundred cells, so that a server stays usable. Throws an `AppError` when the mapping does not fit.
 */
export function* planImportSteps(input: ImportInput): Generator<undefined, ImportPlan> {
  const reader = new CellReader(input.ctx);
  const targets = resolveTargets(input.proposed, input.mapping, input.state.columns, reader);
  const used = targets.filter((target) => target !== null);
  const ledger = new Ledger();
  const keyTarget = input.mergeKey === null ? null : (targets[input.mergeKey] ?? null);
  const rows: ReadRow[] = [];
  for (const [i, texts] of input.table.rows.entries()) {
    rows.push(readRow(i + 1, texts, used, keyTarget));
    if (i % ROWS_PER_STEP === 0) yield;
  }
  const columns = used.map(({ column }) => column.id);
  const matcher = new RowMatcher(
    input.state.rows,
    keyTarget && !keyTarget.fresh ? keyTarget.column.id : null,
    columns,
    repeatedKeys(rows),
    input.base,
  );
  yield;
  const planned: (PlannedRow | NewRow)[] = [];
  for (const [i, row] of rows.entries()) {
    const plan = planRow(row, matcher, input, ledger, columns);
    if (plan) planned.push(plan);
    if (i % ROWS_PER_STEP === 0) yield;
  }
  countSkipped(input, targets, ledger);
  const evidence = input.proposed.map((guess, i) => ({
    name: guess.name,
    type: targets[i]?.column.type ?? 'skip',
    evidence: guess.evidence,
  }));
  const fresh = used.filter((target) => target.fresh).map(({ column }) => column.id);
  return {
    setup: [
      ...addColumns(targets, reader),
      ...reader.ops.filter((op) => op.t !== 'col.set' || !fresh.includes(op.col)),
    ],
    rows: placed(planned, input.state.lastPosition),
    receipt: ledger.receipt(evidence),
    conflicts: ledger.conflicts,
    diff: ledger.diff,
    diffTotal: ledger.diffTotal,
    rejectedLines: [...ledger.rejectedLines].toSorted((a, b) => a - b),
  };
}

function readRow(
  line: number,
  texts: readonly string[],
  targets: readonly Target[],
  key: Target | null,
): ReadRow {
  const cells: ReadCell[] = [];
  const values = new Map<ColumnId, CellValue>();
  let keyValue: CellValue = null;
  let problem: string | null = null;
  for (const target of targets) {
    const text = unguarded(texts[target.index] ?? '');
    if (text === '') continue;
    const reading = target.read(text);
    cells.push({ target, text, reading });
    if (reading.ok && reading.value !== null) values.set(target.column.id, reading.value);
    if (target !== key) continue;
    if (reading.ok) keyValue = reading.value;
    else problem = `The key cannot be read: ${reading.reason}`;
  }
  const label = (key && texts[key.index]) || texts.find((text) => text !== '') || '';
  return { line, cells, values, key: keyOf(keyValue), label: label.slice(0, 100), problem };
}

function repeatedKeys(rows: readonly ReadRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key } of rows) (seen.has(key) ? repeated : seen).add(key);
  return repeated;
}

function planRow(
  row: ReadRow,
  matcher: RowMatcher,
  input: ImportInput,
  ledger: Ledger,
  columns: readonly ColumnId[],
): PlannedRow | NewRow | null {
  ledger.rows.read += 1;
  if (row.cells.length === 0) {
    ledger.rows.unchanged += 1;
    return null;
  }
  const match =
    row.problem === null
      ? matcher.match(row.key, row.values)
      : { kind: 'problem' as const, reason: row.problem };
  if (match.kind === 'problem') {
    ledger.rows.problem += 1;
    for (const { target, text } of row.cells)
      ledger.refused(row.line, target.column.name, text, match.reason);
    return null;
  }
  return match.kind === 'new'
    ? planNew(row, ledger, columns)
    : planChange(row, match.row, input, ledger, columns);
}

function planNew(row: ReadRow, ledger: Ledger, columns: readonly ColumnId[]): NewRow | null {
  for (const cell of row.cells) {
    const { target, text, reading } = cell;
    const shown = {
      line: row.line,
      row: null,
      label: row.label,
      column: target.column.name,
      before: '',
      after: text,
    };
    if (!reading.ok) {
      ledger.refused(row.line, target.column.name, text, reading.reason);
      ledger.show({ ...shown, kind: 'rejected', note: reading.reason });
      continue;
    }
    ledger.took(reading.note);
    ledger.show({
      ...shown,
      kind: reading.note === undefined ? 'new' : 'meaning',
      note: reading.note ?? null,
    });
  }
  if (row.values.size === 0) {
    ledger.rows.unchanged += 1;
    return null;
  }
  ledger.rows.new += 1;
  return { line: row.line, values: row.values, base: baseOf(columns, row.values) };
}

function planChange(
  row: ReadRow,
  existing: ImportRow,
  input: ImportInput,
  ledger: Ledger,
  columns: readonly ColumnId[],
): PlannedRow | null {
  const before = input.base(existing.id);
  const base: Record<ColumnId, CellValue> = { ...before };
  const ops: Op[] = [];
  const filled = new Map(row.cells.map((cell) => [cell.target.column.id, cell]));
  for (const col of columns) {
    const cell = filled.get(col);
    const column = cell?.target.column ?? input.state.columns.find(({ id }) => id === col);
    if (!column) continue;
    const shown = {
      line: row.line,
      row: existing.id,
      label: row.label,
      column: column.name,
      after: cell?.text ?? '',
    };
    if (cell && !cell.reading.ok) {
      ledger.refused(row.line, column.name, cell.text, cell.reading.reason);
      ledger.show({ ...shown, before: '', kind: 'rejected', note: cell.reading.reason });
      continue;
    }
    const { value: current, ver } = existing.cell(col);
    const incoming = keptStatus(cell?.reading.ok ? cell.reading.value : null, current, cell?.text);
    const note = cell?.reading.ok ? cell.reading.note : undefined;
    const known = before?.[col];
    if (sameValue(current, incoming) || (!cell && (known === undefined || known === null))) {
      if (cell) ledger.took(note);
      if (cell || known !== undefined) base[col] = incoming;
      continue;
    }
    const beforeText = kindOf(column.type).format(current, column.options, input.ctx);
    if (known !== undefined && !sameValue(current, known)) {
      const reason = 'Edited here since the last import, so it is left as it is.';
      if (cell) ledger.refused(row.line, column.name, cell.text, reason);
      ledger.show({ ...shown, before: beforeText, kind: 'conflict', note: reason });
      continue;
    }
    ops.push({ t: 'cell.set', row: existing.id, col, value: incoming, ifVer: ver });
    base[col] = incoming;
    if (cell) ledger.took(note);
    ledger.show({
      ...shown,
      before: beforeText,
      kind: note === undefined ? 'changed' : 'meaning',
      note: note ?? null,
    });
  }
  if (ops.length > 0) ledger.rows.changed += 1;
  else ledger.rows.unchanged += 1;
  const sameBase =
    before !== undefined && columns.every((col) => sameValue(base[col] ?? null, before[col] ?? null));
  return ops.length === 0 && sameBase ? null : { line: row.line, row: existing.id, ops, base };
}

/** An amount without a status says nothing of the status that stands here. */
function keptStatus(incoming: CellValue, current: CellValue, text: string | undefined): CellValue {
  const held = commitmentOf(current);
  const read = commitmentOf(incoming);
  if (!held || !read || text === undefined || namesStatus(text)) return incoming;
  return { amount: read.amount, status: held.status };
}

function baseOf(
  columns: readonly ColumnId[],
  values: ReadonlyMap<ColumnId, CellValue>,
): Record<ColumnId, CellValue> {
  const base: Record<ColumnId, CellValue> = {};
  for (const col of columns) base[col] = values.get(col) ?? null;
  return base;
}

function countSkipped(input: ImportInput, targets: readonly (Target | null)[], ledger: Ledger): void {
  for (const [index, target] of targets.entries()) {
    if (target) continue;
    const lines = input.table.rows.flatMap((row, i) => ((row[index] ?? '') === '' ? [] : [i + 1]));
    if (lines.length > 0) ledger.skipped(input.table.header[index] ?? '', lines.length, lines[0] ?? 1);
  }
}

/** Gives new rows their ids and their places at the end of the sheet, in the order of the file. */
function placed(rows: readonly (PlannedRow | NewRow)[], last: string | null): PlannedRow[] {
  const fresh = rows.filter((row) => !('row' in row)).length;
  const positions = generateNKeysBetween(last, null, fresh);
  let next = 0;
  return rows.map((planned) => {
    if ('row' in planned) return planned;
    const row = newId(InvestorId);
    const values: Record<ColumnId, CellValue> = Object.fromEntries(planned.values);
    const op: Op = { t: 'row.add', row, position: positions[next++] ?? '', values };
    return { line: planned.line, row, ops: [op], base: planned.base };
  });
}
