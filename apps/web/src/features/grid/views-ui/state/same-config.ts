import type { SummaryFn, ViewConfig } from '@crm/shared';

/** Whether two configurations show the sheet alike; the order in which widths and sums are named does not count. */
export function sameConfig(a: ViewConfig, b: ViewConfig): boolean {
  return a === b || same({ ...a, summaries: sums(a) }, { ...b, summaries: sums(b) });
}

/** The sums that say something: *none* is what a column without a sum has. */
function sums({ summaries }: ViewConfig): Record<string, SummaryFn> {
  return Object.fromEntries(Object.entries(summaries).filter(([, fn]) => fn !== 'none'));
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => same(x, b[i]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}
