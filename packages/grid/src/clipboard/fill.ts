import { sameValue, type CellValue, type Column, type Op } from '@crm/shared';
import { commitmentOf, kindOf, validateCell } from '../columns/index.ts';
import { dayNumber, dayText } from '../columns/lib/day.ts';
import { CellReader } from './cell-reader.ts';
import type { SelectedSheet, Selection } from './selection.ts';

/** `series` goes on where the values step evenly and repeats them otherwise; `copy` always repeats. */
export type FillMode = 'series' | 'copy';

/**
 * Fills the cells of `target` that lie outside `source` from it: the fill handle, fill down and fill right. The target holds the
 * source and is longer in one direction. A value that does not fit a column is left out there; `skipped` counts those.
 */
export function planFill(
  sheet: SelectedSheet,
  source: Selection,
  target: Selection,
  mode: FillMode,
): { readonly ops: Op[]; readonly skipped: number } {
  const down = target.top !== source.top || target.bottom !== source.bottom;
  const reader = new CellReader(sheet.ctx);
  const ops: Op[] = [];
  let skipped = 0;
  const [first, last] = down ? [source.left, source.right] : [source.top, source.bottom];
  for (let lane = first; lane <= last; lane += 1) {
    const [from, to] = down ? [source.top, source.bottom] : [source.left, source.right];
    const at = (i: number) => cellAt(sheet, down ? i : lane, down ? lane : i);
    const seeds = Array.from({ length: to - from + 1 }, (_, i) => at(from + i));
    const type = seeds[0]?.column.type;
    const values = seeds.map((seed) => seed?.value ?? null);
    const next =
      mode === 'series' && seeds.every((seed) => seed?.column.type === type) ? series(values, type) : null;
    for (let i = down ? target.top : target.left; i <= (down ? target.bottom : target.right); i += 1) {
      if (i >= from && i <= to) continue;
      const cell = at(i);
      const seed = seeds[(((i - from) % seeds.length) + seeds.length) % seeds.length];
      if (!cell || !seed || kindOf(cell.column.type).computed) continue;
      const value = next ? fitting(cell.column, next(i - from)) : carried(sheet, reader, seed, cell);
      if (value === undefined) skipped += 1;
      else if (!sameValue(value, cell.value)) {
        const ifVer = sheet.view.version(cell.slot, cell.column.id);
        ops.push({ t: 'cell.set', row: sheet.view.rowAt(cell.slot).id, col: cell.column.id, value, ifVer });
      }
    }
  }
  return { ops: [...reader.ops, ...ops], skipped };
}

interface Cell {
  readonly slot: number;
  readonly column: Column;
  readonly value: CellValue;
}

function cellAt(sheet: SelectedSheet, row: number, place: number): Cell | null {
  const slot = sheet.order[row];
  const column = sheet.columns[place];
  return slot === undefined || !column ? null : { slot, column, value: sheet.view.value(slot, column.id) };
}

function fitting(column: Column, value: CellValue): CellValue | undefined {
  return validateCell(column, value) === null ? value : undefined;
}

/** The seed's value for another cell: as it is within a column, by way of its text in one of another make. */
function carried(sheet: SelectedSheet, reader: CellReader, seed: Cell, cell: Cell): CellValue | undefined {
  if (seed.column.id === cell.column.id) return seed.value;
  const text = kindOf(seed.column.type).toText(seed.value, seed.column.options, sheet.ctx);
  const reading = reader.read(cell.column, text, cell.value);
  return reading.ok ? reading.value : undefined;
}

/** The value at each place of an even series (place 0 is the first seed, negative ones stand before it); null when uneven. */
function series(
  seeds: readonly CellValue[],
  type: Column['type'] | undefined,
): ((place: number) => CellValue) | null {
  if (seeds.length < 2) return null;
  if (type === 'date') {
    const step = stepOf(seeds.map((seed) => (typeof seed === 'string' ? dayNumber(seed) : null)));
    return step && ((place) => dayText(step.start + step.by * place));
  }
  if (type === 'number' || type === 'currency' || type === 'percent' || type === 'rating') {
    const step = stepOf(seeds.map((seed) => (typeof seed === 'number' ? seed : null)));
    return step && ((place) => Number((step.start + step.by * place).toPrecision(15)));
  }
  if (type === 'commitment') {
    const held = seeds.map(commitmentOf);
    const step = stepOf(held.map((one) => one?.amount ?? null));
    const status = held[0]?.status;
    return step && status ? (place) => ({ amount: step.start + step.by * place, status }) : null;
  }
  return type === 'text' ? numberedTexts(seeds) : null;
}

/** `Fund 1`, `Fund 2` goes on with `Fund 3`. */
function numberedTexts(seeds: readonly CellValue[]): ((place: number) => CellValue) | null {
  const parts = seeds.map((seed) => (typeof seed === 'string' ? /^(.*?)(\d{1,9})$/.exec(seed) : null));
  const stem = parts[0]?.[1];
  if (stem === undefined || parts.some((part) => part?.[1] !== stem)) return null;
  const width = parts[0]?.[2]?.length ?? 0;
  const step = stepOf(parts.map((part) => Number(part?.[2])));
  return (
    step && ((place) => `${stem}${String(Math.max(0, step.start + step.by * place)).padStart(width, '0')}`)
  );
}

function stepOf(numbers: readonly (number | null)[]): { readonly start: number; readonly by: number } | null {
  const [start, second] = numbers;
  if (start === null || start === undefined || second === null || second === undefined) return null;
  const by = second - start;
  const even = numbers.every((n, i) => n !== null && Math.abs(n - (start + by * i)) <= Math.abs(by) * 1e-9);
  return even ? { start, by } : null;
}
