import type { Column, ColumnId, ViewConfig } from '@crm/shared';

/** A list with the item at `from` put at `to`, counted in the list without it. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = list.filter((_, at) => at !== from);
  rest.splice(to, 0, item);
  return rest;
}

/** The column that is never hidden, so that every row keeps its name: the investor's, else the first. */
export function anchorColumn(columns: readonly Column[]): ColumnId | null {
  return (columns.find((column) => column.key === 'name') ?? columns[0])?.id ?? null;
}

/** The view with these columns shown or hidden. The anchor stays. */
export function withHidden(
  config: ViewConfig,
  columns: readonly Column[],
  ids: readonly ColumnId[],
  hide: boolean,
): ViewConfig {
  const anchor = anchorColumn(columns);
  const hidden = new Set(config.hidden);
  for (const id of ids) {
    if (hide && id !== anchor) hidden.add(id);
    else hidden.delete(id);
  }
  return { ...config, hidden: [...hidden] };
}

/** How many columns that are there are hidden. */
export function hiddenCount(config: ViewConfig, columns: readonly Column[]): number {
  const hidden = new Set(config.hidden);
  return columns.filter((column) => hidden.has(column.id)).length;
}

/** A number of frozen columns in words. */
export function frozenWords(count: number): string {
  if (count === 0) return 'None';
  return count === 1 ? 'First column' : `First ${count} columns`;
}

/** Whether a column's name holds what was typed. */
export function namesMatch(name: string, typed: string): boolean {
  return name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());
}
