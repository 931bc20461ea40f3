/** Cards beyond the edge that are there already when a finger flings the list. */
const SPARE = 6;

/** Which of `count` cards of one height are in view, with some to spare: from `first` to before `end`. */
export function visibleCards(
  scroll: { readonly top: number; readonly height: number },
  cardHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scroll.top / cardHeight) - SPARE);
  const end = Math.min(count, Math.ceil((scroll.top + scroll.height) / cardHeight) + SPARE);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, 0) };
}
