import { sameValue, type CellValue, type ColumnOptions, type ColumnType } from '@crm/shared';
import { kindOf } from './kinds.ts';
import { choiceKey, withChoices } from './lib/choices.ts';
import type { ColumnContext, KindColumn } from './types.ts';

/** What becomes of one value when its column changes type. */
export type Conversion =
  /** Says the same before and after. */
  | { readonly fate: 'kept'; readonly value: CellValue }
  /** Reads differently afterwards. */
  | { readonly fate: 'changed'; readonly value: CellValue; readonly note: string }
  /** Has no meaning in the new type; the cell becomes empty. */
  | { readonly fate: 'lost'; readonly value: null; readonly reason: string };

/**
 * The value as the column `to` holds it, by way of its text. Choices that `to` lacks count as lost: make them first with
 * `retypeOptions`.
 */
export function convertValue(
  value: CellValue,
  from: KindColumn,
  to: KindColumn,
  ctx: ColumnContext,
): Conversion {
  if (value === null) return { fate: 'kept', value: null };
  if (isUnchanged(value, from, to)) return { fate: 'kept', value };
  const before = kindOf(from.type).toText(value, from.options, ctx);
  const target = kindOf(to.type);
  const read = target.parse(before, to.options, ctx);
  if (!read.ok) return { fate: 'lost', value: null, reason: read.reason };
  if (read.newChoices && read.newChoices.length > 0) {
    return { fate: 'lost', value: null, reason: `“${read.newChoices[0]}” is not one of the choices.` };
  }
  if (read.newContacts && read.newContacts.length > 0) {
    return { fate: 'lost', value: null, reason: `There is no contact “${read.newContacts[0]}”.` };
  }
  if (read.value === null) {
    // Turning a false-like text into an unticked box loses nothing that the new column could hold.
    return before === '' || to.type === 'checkbox'
      ? { fate: 'changed', value: null, note: 'Becomes empty.' }
      : { fate: 'lost', value: null, reason: 'Becomes empty.' };
  }
  const refusal = target.validate(read.value, to.options);
  if (refusal !== null) return { fate: 'lost', value: null, reason: refusal };
  const after = target.toText(read.value, to.options, ctx);
  if (read.note === undefined && (after === before || readsAs(value, after, from, ctx))) {
    return { fate: 'kept', value: read.value };
  }
  return { fate: 'changed', value: read.value, note: read.note ?? `Reads ${after}.` };
}

/** Whether the new text, read in the old type, is the old value: 12.5 and 12.50. */
function readsAs(value: CellValue, text: string, from: KindColumn, ctx: ColumnContext): boolean {
  const back = kindOf(from.type).parse(text, from.options, ctx);
  return back.ok && back.note === undefined && sameValue(back.value, value);
}

/** Values that both types hold alike need no reading; dates keep their day whatever their format. */
function isUnchanged(value: CellValue, from: KindColumn, to: KindColumn): boolean {
  if (from.type !== to.type) return false;
  if (from.type === 'currency' || from.type === 'commitment')
    return from.options.currency === to.options.currency;
  return kindOf(to.type).validate(value, to.options) === null;
}

/** The options of the new type, with a choice for every name that stands in the cells. */
export function retypeOptions(
  values: Iterable<CellValue>,
  from: KindColumn,
  to: { readonly type: ColumnType; readonly options: ColumnOptions },
  ctx: ColumnContext,
): ColumnOptions {
  if (to.type !== 'singleSelect' && to.type !== 'multiSelect') return to.options;
  const own = from.options.choices;
  const start = to.options.choices || !own ? to.options : { ...to.options, choices: own };
  const names = new Map<string, string>();
  for (const value of values) {
    if (value === null) continue;
    const text = kindOf(from.type).toText(value, from.options, ctx);
    const read = kindOf(to.type).parse(text, start, ctx);
    for (const name of (read.ok && read.newChoices) || []) {
      if (!names.has(choiceKey(name))) names.set(choiceKey(name), name);
    }
  }
  return withChoices(start, [...names.values()].slice(0, 1000 - (start.choices?.length ?? 0)));
}

/** A retype worked out for all cells: what each becomes, the counts, and what is lost or changed first. */
export interface RetypePlan<Row> {
  readonly options: ColumnOptions;
  /** Only cells whose value differs from before. */
  readonly values: ReadonlyMap<Row, CellValue>;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
  /** At most 20; `after` is null where the value is lost. */
  readonly samples: readonly { readonly row: Row; readonly before: string; readonly after: string | null }[];
}

/** Works out what giving a column another type does to its cells, for the preview and for the op. */
export function planRetype<Row>(
  cells: Iterable<readonly [Row, CellValue]>,
  from: KindColumn,
  to: KindColumn,
  ctx: ColumnContext,
): RetypePlan<Row> {
  const all = [...cells];
  const options = retypeOptions(
    all.map(([, value]) => value),
    from,
    to,
    ctx,
  );
  const target = { type: to.type, options };
  const values = new Map<Row, CellValue>();
  const count = { kept: 0, changed: 0, lost: 0 };
  const lost: { row: Row; before: string; after: string | null }[] = [];
  const changed: typeof lost = [];
  for (const [row, value] of all) {
    if (value === null) continue;
    const result = convertValue(value, from, target, ctx);
    count[result.fate] += 1;
    if (!sameValue(result.value, value)) values.set(row, result.value);
    const list = result.fate === 'lost' ? lost : changed;
    if (result.fate === 'kept' || list.length >= 20) continue;
    const before = kindOf(from.type).format(value, from.options, ctx);
    const after = result.fate === 'lost' ? null : kindOf(to.type).format(result.value, options, ctx);
    list.push({ row, before, after });
  }
  return { options, values, ...count, samples: [...lost, ...changed].slice(0, 20) };
}
