/** What makes a spreadsheet run a cell: `= + - @`, also in their full-width forms, tab, carriage return and NUL. */
const RUNS = /^'*[=+\-@\t\r\0＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?%?$/;

/** The text with an apostrophe before it where a spreadsheet would otherwise run it (S16); numbers stay numbers. */
export function guarded(text: string): string {
  return RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe off again. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RUNS.test(text) ? text.slice(1) : text;
}
