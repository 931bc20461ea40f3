import type { CellValue, ColumnId, SummaryFn } from '@crm/shared';
import { formatMoney, kindOf } from '../columns/index.ts';
import type { ColumnContext, KindColumn } from '../columns/types.ts';
import { isEmpty } from './filter.ts';
import type { RowSource } from './types.ts';

/**
 * One footer sum over the rows shown, kept up row by row: tell it which rows came, went and changed. The least and the
 * greatest value are looked for anew only when that very one has gone.
 */
export class Summary {
  readonly fn: SummaryFn;
  readonly #source: RowSource;
  readonly #col: ColumnId;
  readonly #ctx: ColumnContext;
  /** What each row in the sum counts for. */
  readonly #parts = new Map<number, number | string>();
  readonly #uses = new Map<string, number>();
  #rows = new Set<number>();
  #sum = 0;
  #exact = true;
  #best: number | null = null;

  constructor(fn: SummaryFn, source: RowSource, col: ColumnId, ctx: ColumnContext, rows: Iterable<number>) {
    this.fn = fn;
    this.#source = source;
    this.#col = col;
    this.#ctx = ctx;
    for (const slot of rows) this.enter(slot);
  }

  enter(slot: number): void {
    this.#rows.add(slot);
    const part = this.#read(slot);
    if (part === null) return;
    this.#parts.set(slot, part);
    if (typeof part === 'string') {
      this.#uses.set(part, (this.#uses.get(part) ?? 0) + 1);
      return;
    }
    this.#add(part);
    const best = this.#best === null ? null : this.#parts.get(this.#best);
    if (typeof best !== 'number' || this.#beats(part, best)) this.#best = slot;
  }

  leave(slot: number): void {
    this.#rows.delete(slot);
    const part = this.#parts.get(slot);
    if (part === undefined) return;
    this.#parts.delete(slot);
    if (typeof part === 'number') {
      this.#add(-part);
      if (this.#best === slot) this.#best = this.#findBest();
      return;
    }
    const uses = (this.#uses.get(part) ?? 1) - 1;
    if (uses === 0) this.#uses.delete(part);
    else this.#uses.set(part, uses);
  }

  /** The row's cell may have changed. */
  change(slot: number): void {
    if (!this.#rows.has(slot)) return;
    this.leave(slot);
    this.enter(slot);
  }

  get value(): CellValue {
    switch (this.fn) {
      case 'none':
        return null;
      case 'filled':
        return this.#parts.size;
      case 'empty':
        return this.#rows.size - this.#parts.size;
      case 'unique':
        return this.#uses.size;
      case 'sum':
        return this.#total();
      case 'average':
        return this.#parts.size === 0 ? null : this.#total() / this.#parts.size;
      case 'min':
      case 'max':
        return this.#best === null ? null : this.#source.value(this.#best, this.#col);
    }
  }

  #read(slot: number): number | string | null {
    const value = this.#source.value(slot, this.#col);
    if (isEmpty(value)) return null;
    if (this.fn === 'filled' || this.fn === 'empty') return 0;
    if (this.fn === 'unique') return typeof value === 'string' ? value : JSON.stringify(value);
    const column = this.#source.column(this.#col);
    if (!column || this.fn === 'none') return null;
    const kind = kindOf(column.type);
    if (this.fn === 'sum' || this.fn === 'average') return kind.amount(value);
    const key = kind.sortKey(value, column.options, this.#ctx);
    return typeof key === 'number' ? key : null;
  }

  #add(part: number): void {
    this.#sum += part;
    // Integers add up exactly; fractions drift when they are taken away again.
    if (!Number.isSafeInteger(this.#sum) || !Number.isInteger(part)) this.#exact = false;
  }

  #total(): number {
    if (this.#exact) return this.#sum;
    let sum = 0;
    let exact = true;
    for (const part of this.#parts.values()) {
      if (typeof part !== 'number') continue;
      sum += part;
      exact &&= Number.isInteger(part);
    }
    this.#sum = sum;
    this.#exact = exact && Number.isSafeInteger(sum);
    return sum;
  }

  #beats(a: number, b: number): boolean {
    return this.fn === 'max' ? a > b : a < b;
  }

  #findBest(): number | null {
    let best: number | null = null;
    let bestPart = 0;
    for (const [slot, part] of this.#parts) {
      if (typeof part !== 'number' || (best !== null && !this.#beats(part, bestPart))) continue;
      best = slot;
      bestPart = part;
    }
    return best;
  }
}

/** The text of a footer: counts as numbers, amounts as the column writes them. */
export function formatSummary(
  fn: SummaryFn,
  value: CellValue,
  column: KindColumn,
  ctx: ColumnContext,
): string {
  if (value === null || fn === 'none') return '';
  const kind = kindOf(column.type);
  if (fn === 'filled' || fn === 'empty' || fn === 'unique') return kindOf('number').format(value, {}, ctx);
  if (typeof value !== 'number') return kind.format(value, column.options, ctx);
  if (column.type === 'commitment' || column.type === 'currency') {
    return formatMoney(Math.round(value), column.options.currency ?? 'USD', ctx.locale);
  }
  if (fn === 'average' && (column.type === 'number' || column.type === 'rating')) {
    const precision = Math.max(2, column.options.precision ?? 2);
    return kindOf('number').format(Number(value.toFixed(precision)), {}, ctx);
  }
  return kind.format(value, column.options, ctx);
}
