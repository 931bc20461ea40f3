/**
 * Sorts `slots` in place by the keys of each level, indexed by slot, ascending; the last level must tell all slots apart.
 * Each level is reduced to dense ranks and packed with the next, so that the engine's own sort of numbers does the work.
 */
export function orderSlots(slots: Int32Array, levels: readonly Float64Array[]): void {
  const count = slots.length;
  if (count < 2) return;
  const size = 2 ** Math.ceil(Math.log2(count + 1));
  let ranks = new Float64Array(count);
  const packed = new Float64Array(count);
  levels.forEach((level, depth) => {
    const own = denseRanks(slots, level);
    for (let i = 0; i < count; i += 1) packed[i] = (ranks[i] ?? 0) * size + (own[i] ?? 0);
    ranks = depth === 0 ? own : densify(packed);
  });
  // Ranks and places are below 2^26 each, so that their pair is exact in a double.
  for (let i = 0; i < count; i += 1) packed[i] = (ranks[i] ?? 0) * size + i;
  packed.sort();
  const before = slots.slice();
  for (let i = 0; i < count; i += 1) slots[i] = before[(packed[i] ?? 0) % size] ?? 0;
}

function denseRanks(slots: Int32Array, level: Float64Array): Float64Array<ArrayBuffer> {
  const values = new Float64Array(slots.length);
  for (let i = 0; i < slots.length; i += 1) values[i] = level[slots[i] ?? 0] ?? Infinity;
  return densify(values);
}

/** For each value, how many different smaller ones there are. */
function densify(values: Float64Array): Float64Array<ArrayBuffer> {
  const sorted = values.slice().sort();
  let unique = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i === 0 || sorted[i] !== sorted[unique - 1]) {
      sorted[unique] = sorted[i] ?? 0;
      unique += 1;
    }
  }
  const ranks = new Float64Array(values.length);
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
  return ranks;
}
