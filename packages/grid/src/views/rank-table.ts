/** Beyond this many texts between two neighbours, halves of the gap are no longer told apart. */
const SMALLEST_GAP = 1e-9;

/**
 * Numbers for texts, in the texts' own order, so that rows are compared without touching strings. A text that comes later
 * gets a number between its neighbours'.
 */
export class RankTable {
  #texts: string[] = [];
  #ranks: number[] = [];

  /** Numbers all the texts anew, from 0, equal texts alike; null texts get NaN. */
  fill(texts: readonly (string | null)[]): Float64Array {
    const ranks = new Map<string, number>();
    for (const text of texts) if (text !== null) ranks.set(text, 0);
    // The default order of strings is by code unit, and is much faster than any comparing function.
    this.#texts = [...ranks.keys()].sort();
    this.#ranks = this.#texts.map((_, i) => i);
    this.#texts.forEach((text, i) => ranks.set(text, i));
    return Float64Array.from(texts, (text) => (text === null ? NaN : (ranks.get(text) ?? NaN)));
  }

  /** The number of a text, given now if it had none; null when there is no room left and all must be numbered anew. */
  rank(text: string): number | null {
    const at = this.#find(text);
    if (this.#texts[at] === text) return this.#ranks[at] ?? null;
    const below = this.#ranks[at - 1];
    const above = this.#ranks[at];
    const rank = between(below, above);
    if (rank === null) return null;
    this.#texts.splice(at, 0, text);
    this.#ranks.splice(at, 0, rank);
    return rank;
  }

  #find(text: string): number {
    let low = 0;
    let high = this.#texts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#texts[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function between(below: number | undefined, above: number | undefined): number | null {
  if (below === undefined) return above === undefined ? 0 : above - 1;
  if (above === undefined) return below + 1;
  return above - below > SMALLEST_GAP ? (below + above) / 2 : null;
}
