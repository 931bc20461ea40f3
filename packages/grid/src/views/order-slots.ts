/** Integers up to this are exact in a double. */
const EXACT = 2 ** 53;

/**
 * Sorts `slots` in place by the keys of each level, indexed by slot, ascending; the last level should tell all slots apart.
 * The levels' dense ranks are packed into one number per slot, so that the engine's own sort of numbers does the work.
 */
export function orderSlots(slots: Int32Array, levels: readonly Float64Array[]): void {
  const count = slots.length;
  if (count < 2) return;
  let packed = new Float64Array(count);
  // `packed` holds integers below `range`.
  let range = 1;
  for (const level of levels) {
    const { ranks, unique } = denseRanks(slots, level);
    if (range * unique * count > EXACT) {
      const dense = densify(packed);
      packed = dense.ranks;
      range = dense.unique;
    }
    for (let i = 0; i < count; i += 1) packed[i] = (packed[i] ?? 0) * unique + (ranks[i] ?? 0);
    range *= unique;
  }
  if (range * count > EXACT) packed = densify(packed).ranks;
  for (let i = 0; i < count; i += 1) packed[i] = (packed[i] ?? 0) * count + i;
  packed.sort();
  const before = slots.slice();
  for (let i = 0; i < count; i += 1) slots[i] = before[(packed[i] ?? 0) % count] ?? 0;
}

interface Dense {
  /** For each value, how many different smaller ones there are. */
  readonly ranks: Float64Array<ArrayBuffer>;
  readonly unique: number;
}

function denseRanks(slots: Int32Array, level: Float64Array): Dense {
  const values = new Float64Array(slots.length);
  for (let i = 0; i < slots.length; i += 1) values[i] = level[slots[i] ?? 0] ?? Infinity;
  return densify(values);
}

function densify(values: Float64Array): Dense {
  const ranks = new Float64Array(values.length);
  if (isRising(values)) {
    for (let i = 0; i < ranks.length; i += 1) ranks[i] = i;
    return { ranks, unique: ranks.length };
  }
  const sorted = values.toSorted();
  let unique = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (unique > 0 && sorted[i] === sorted[unique - 1]) continue;
    sorted[unique] = sorted[i] ?? 0;
    unique += 1;
  }
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    let low = 0;
    let high = unique - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    ranks[i] = low;
  }
  return { ranks, unique };
}

/** Rows mostly come in the sheet's order. */
function isRising(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i += 1) if ((values[i] ?? 0) <= (values[i - 1] ?? 0)) return false;
  return true;
}
