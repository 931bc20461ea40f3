import type { View, ViewId } from '@crm/shared';
import { generateKeyBetween } from 'fractional-indexing';

/** The views as the tabs stand: by position, then id. */
export function inOrder(views: readonly View[]): View[] {
  return views.toSorted((a, b) => compare(a.position, b.position) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The position that puts a view one place further to the left (-1) or right (1); null at the end of the row. */
export function positionBeside(views: readonly View[], id: ViewId, by: -1 | 1): string | null {
  const at = views.findIndex((view) => view.id === id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= views.length) return null;
  const [left, right] = by < 0 ? [views[to - 1], views[to]] : [views[to], views[to + 1]];
  const from = left?.position ?? null;
  const until = right?.position ?? null;
  // Two views made at once may share a position: there is no room between them, but before or behind both there is.
  if (from !== null && until !== null && from >= until) return generateKeyBetween(until, null);
  return generateKeyBetween(from, until);
}

/** The view to show when the one with this id is gone: its right neighbour, else its left one. */
export function neighbourOf(views: readonly View[], id: ViewId): View | null {
  const at = views.findIndex((view) => view.id === id);
  return views[at + 1] ?? views[at - 1] ?? null;
}

/** A name that no view has yet: the wanted one, or with a number behind it. */
export function freeName(views: readonly Pick<View, 'name'>[], wanted: string): string {
  const taken = new Set(views.map((view) => view.name.toLowerCase()));
  const base = wanted.slice(0, 90);
  if (!taken.has(base.toLowerCase())) return base;
  for (let n = 2; ; n += 1) if (!taken.has(`${base} ${n}`.toLowerCase())) return `${base} ${n}`;
}
