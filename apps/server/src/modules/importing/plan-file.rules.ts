import type { ImportPlan, PlannedRow, RowBase } from '@crm/grid/csv';
import { CellValue, ColumnId, InvestorId, Op } from '@crm/shared';
import { ColumnMapping } from '@crm/shared/contract/importing';
import { z } from 'zod';

/*
 * An import's file and plan as one text, a JSON value per line: the head, the setup ops, then one line per row. A plan can be as
 * large as the sheet, and is read line by line while it is applied.
 */

/** The first line. `mapping` is null before the import has been planned. */
export const PlanHead = z.object({
  /** The file's text, without its byte order mark. */
  file: z.string(),
  mapping: z.array(ColumnMapping).nullable(),
  mergeKey: z.number().nullable(),
  /** The columns that the rows' values stand in. */
  columns: z.array(ColumnId),
  setup: z.number(),
  rejectedLines: z.array(z.number()),
});
export type PlanHead = z.infer<typeof PlanHead>;

/** A new row is its place and its values; a known one its changed cells and what the comparison of the next import rests on. */
const NewRow = z.tuple([z.number(), InvestorId, z.string(), z.array(CellValue)]);
const ChangedRow = z.tuple([
  z.number(),
  InvestorId,
  z.null(),
  z.array(z.tuple([z.number(), CellValue, z.number()])),
  z.record(ColumnId, CellValue),
]);

/** The head of an import that has only been opened. */
export function draftFile(file: string): string {
  return JSON.stringify({ file, mapping: null, mergeKey: null, columns: [], setup: 0, rejectedLines: [] });
}

/** The plan as text. */
export function planFile(
  file: string,
  answered: { mapping: readonly ColumnMapping[]; mergeKey: number | null },
  plan: ImportPlan,
): string {
  const columns = [...new Set(plan.rows.flatMap(({ ops, base }) => [...colsOf(ops), ...Object.keys(base)]))];
  const place = new Map(columns.map((col, i) => [col, i]));
  const { setup, rejectedLines } = plan;
  const head = { file, ...answered, columns, setup: setup.length, rejectedLines };
  const rows = plan.rows.map((row) => JSON.stringify(packed(row, columns, place)));
  return [JSON.stringify(head), ...setup.map((op) => JSON.stringify(op)), ...rows].join('\n');
}

function colsOf(ops: readonly Op[]): string[] {
  return ops.flatMap((op) => ('col' in op ? [op.col] : []));
}

function packed(row: PlannedRow, columns: readonly string[], place: ReadonlyMap<string, number>): unknown {
  const [op] = row.ops;
  const base: Readonly<Record<string, CellValue>> = row.base;
  if (op?.t === 'row.add') return [row.line, row.row, op.position, columns.map((col) => base[col] ?? null)];
  const cells = row.ops.flatMap((one) =>
    one.t === 'cell.set' ? [[place.get(one.col), one.value, one.ifVer]] : [],
  );
  return [row.line, row.row, null, cells, row.base];
}

/** The head of a plan. */
export function readHead(text: string): PlanHead {
  const end = text.indexOf('\n');
  return PlanHead.parse(JSON.parse(end < 0 ? text : text.slice(0, end)));
}

/** The ops that come before all rows. */
export function readSetup(text: string, head: PlanHead): Op[] {
  const ops: Op[] = [];
  let at = 0;
  for (const line of linesOf(text)) {
    at += 1;
    if (at > head.setup + 1) break;
    if (at > 1) ops.push(Op.parse(JSON.parse(line)));
  }
  return ops;
}

/** The rows of a plan, one after the other. */
export function* readRows(text: string, head: PlanHead): Generator<PlannedRow> {
  let at = 0;
  for (const line of linesOf(text)) {
    at += 1;
    if (at > head.setup + 1) yield unpacked(JSON.parse(line), head.columns);
  }
}

function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}

function unpacked(json: unknown, columns: readonly ColumnId[]): PlannedRow {
  const fresh = NewRow.safeParse(json);
  if (fresh.success) {
    const [line, row, position, values] = fresh.data;
    const base: Record<ColumnId, CellValue> = {};
    const filled: Record<ColumnId, CellValue> = {};
    for (const [i, col] of columns.entries()) {
      const value = values[i] ?? null;
      base[col] = value;
      if (value !== null) filled[col] = value;
    }
    return { line, row, ops: [{ t: 'row.add', row, position, values: filled }], base };
  }
  const [line, row, , cells, base] = ChangedRow.parse(json);
  const ops = cells.flatMap(([place, value, ifVer]): Op[] => {
    const col = columns[place];
    return col === undefined ? [] : [{ t: 'cell.set', row, col, value, ifVer }];
  });
  return { line, row, ops, base: base satisfies RowBase };
}
