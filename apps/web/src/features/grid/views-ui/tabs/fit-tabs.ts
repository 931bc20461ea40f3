/**
 * Which tabs fit beside each other. The current one always does; what is left over goes into the menu.
 *
 * @param widths of all tabs, in CSS pixels
 * @param room for tabs and the menu's button together
 * @param more the width of the menu's button
 * @returns indexes of the tabs shown, in order
 */
export function fitTabs(
  widths: readonly number[],
  current: number,
  room: number,
  more: number,
): readonly number[] {
  const all = widths.map((_, at) => at);
  if (sum(widths) <= room) return all;
  const free = room - more - (widths[current] ?? 0);
  const shown: number[] = [];
  let used = 0;
  for (const at of all) {
    if (at === current) continue;
    used += widths[at] ?? 0;
    if (used > free) break;
    shown.push(at);
  }
  return current < 0 ? shown : [...shown, current].toSorted((a, b) => a - b);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
