/** Splits `a, b,"c, d"` at its commas; parts in double quotes may hold commas, and a doubled quote is one. Empty parts are left out. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const match = /^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/.exec(rest);
    if (!match) break;
    const [whole, quoted, plain] = match;
    const part = quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"');
    if (part !== '') parts.push(part);
    rest = rest.slice(whole.length);
  }
  return parts;
}

/** The names with commas between them, such that `splitList` gives them back. */
export function joinList(names: readonly string[], separator = ', '): string {
  return names.map(quoteName).join(separator);
}

function quoteName(name: string): string {
  return /,|^\s|\s$|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
