const MOST_LETTERS = 200;
const MOST_LINES = 4;

/** The beginning of a text that is too long for a table, cut between words where it can be; else the text itself. */
export function clipped(text: string): string {
  const lines = text.split('\n');
  const few = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES).join('\n') : text;
  if (few.length <= MOST_LETTERS * 1.2) return few;
  const cut = few.slice(0, MOST_LETTERS);
  const space = cut.lastIndexOf(' ');
  return (space > MOST_LETTERS / 2 ? cut.slice(0, space) : cut).trimEnd();
}
