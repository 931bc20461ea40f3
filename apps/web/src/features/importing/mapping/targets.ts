import { kindOf } from '@crm/grid/columns';
import type { Column, ColumnId, ColumnType } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { titleOf } from '../parts/words.ts';

/** Where a column of the file may go, as one word of a select. */
export type TargetChoice = 'new' | 'fund' | 'skip' | { col: ColumnId };

/** Sends a column elsewhere; its name and what was proposed come along. */
export function retarget(
  column: ProposedColumn,
  proposed: ColumnMapping | undefined,
  to: TargetChoice,
  currency: string,
): ColumnMapping {
  if (typeof to === 'object') return { to: 'existing', col: to.col };
  if (to === 'skip') return { to };
  if (proposed?.to === to) return proposed;
  const name = titleOf(column.name);
  if (to === 'fund') return { to, name, currency: column.options.currency ?? currency };
  // Amounts of a fund are kept by funds alone.
  const type = column.type === 'commitment' ? 'currency' : column.type;
  return { to, name, type, options: optionsFor(column, type, currency) };
}

/** Gives a new column another type. */
export function retype(
  column: ProposedColumn,
  mapping: Extract<ColumnMapping, { to: 'new' }>,
  type: ColumnType,
  currency: string,
): ColumnMapping {
  const options = optionsFor(column, type, currency);
  const isChoice = type === 'singleSelect' || type === 'multiSelect';
  const asked = isChoice && column.question?.kind === 'listOrValue';
  const answer = asked ? (type === 'singleSelect' ? 'value' : 'list') : undefined;
  return { to: 'new', name: mapping.name, type, options, ...(answer === undefined ? {} : { answer }) };
}

function optionsFor(column: ProposedColumn, type: ColumnType, currency: string) {
  if (type === column.type) return column.options;
  const options = kindOf(type).defaultOptions();
  return type === 'currency' ? { ...options, currency: column.options.currency ?? currency } : options;
}

/** The proposal with no name given twice: a later new column or fund gets a number behind it. */
export function withDistinctNames(
  mapping: readonly ColumnMapping[],
  taken: readonly string[],
): ColumnMapping[] {
  const names = new Set(taken.map((name) => name.trim().toLowerCase()));
  return mapping.map((one) => {
    if (one.to !== 'new' && one.to !== 'fund') return one;
    let name = one.name;
    for (let n = 2; names.has(name.trim().toLowerCase()); n += 1) name = `${one.name.slice(0, 190)} ${n}`;
    names.add(name.trim().toLowerCase());
    return { ...one, name };
  });
}

/** The sheet's column that names an investor; undefined when it was deleted. */
export function nameColumn(columns: readonly Column[]): Column | undefined {
  return columns.find(({ key, deletedAt }) => key === 'name' && deletedAt === null);
}

/** Whether some column of the file says what the investors are called. */
export function givesNames(mapping: readonly ColumnMapping[], columns: readonly Column[]): boolean {
  const name = nameColumn(columns);
  return name === undefined || mapping.some((one) => one.to === 'existing' && one.col === name.id);
}

/** The proposal with the first column of the file, where it is a text of its own, as the names of the investors: so tables are made. */
export function withNames(mapping: readonly ColumnMapping[], columns: readonly Column[]): ColumnMapping[] {
  const name = nameColumn(columns);
  const [first, ...rest] = mapping;
  if (!name || first?.to !== 'new' || first.type !== 'text' || givesNames(mapping, columns))
    return [...mapping];
  return [{ to: 'existing', col: name.id }, ...rest];
}
