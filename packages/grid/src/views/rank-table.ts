import { textOrder } from './text-order.ts';

/** Beyond this many texts between two neighbours, halves of the gap are no longer told apart. */
const SMALLEST_GAP = 1e-9;

/**
 * Numbers for texts, in the texts' own order, so that rows are compared without touching strings. A text that comes later
 * gets a number between its neighbours'.
 */
export class RankTable {
  #texts: string[] = [];
  #ranks: number[] = [];

  /** Numbers all the texts anew, from 0, equal texts alike; the numbers come in the order of the texts. */
  renumber(texts: readonly string[]): Float64Array {
    const numbers = new Float64Array(texts.length);
    this.#texts = [];
    this.#ranks = [];
    let rank = -1;
    let last: string | undefined;
    for (const place of textOrder(texts)) {
      const text = texts[place] ?? '';
      if (text !== last) {
        rank += 1;
        last = text;
        this.#texts.push(text);
        this.#ranks.push(rank);
      }
      numbers[place] = rank;
    }
    return numbers;
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
