/** One line of a picker. */
export interface PickItem {
  readonly id: string;
  readonly name: string;
  /** More words that find it, shown small. */
  readonly detail?: string;
}

/** More lines than this are looked through by nobody. */
const MOST = 100;

/**
 * The items that hold every word of `text` in their name or detail, those whose name begins with it first. `exact` when one
 * has just this name; `more` counts what was found beyond the lines shown.
 */
export function findItems<T extends PickItem>(
  items: readonly T[],
  text: string,
): { found: readonly T[]; exact: boolean; more: number } {
  const needle = text.trim().toLowerCase();
  if (needle === '')
    return { found: items.slice(0, MOST), exact: false, more: Math.max(0, items.length - MOST) };
  const words = needle.split(/\s+/);
  const first: T[] = [];
  const others: T[] = [];
  let exact = false;
  for (const item of items) {
    const name = item.name.toLowerCase();
    const whole = `${name} ${(item.detail ?? '').toLowerCase()}`;
    if (!words.every((word) => whole.includes(word))) continue;
    exact ||= name === needle;
    (name.startsWith(needle) ? first : others).push(item);
  }
  const all = [...first, ...others];
  return { found: all.slice(0, MOST), exact, more: Math.max(0, all.length - MOST) };
}
