const numbers = new Intl.NumberFormat();

/** A whole number with the person's separators. */
export function figure(n: number): string {
  return numbers.format(n);
}

/** A number with its noun: `1 row`, `1,200 rows`. */
export function count(n: number, one: string, many: string): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** The size of a file in the unit that people know it by. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  const mega = bytes >= 999_500;
  const size = bytes / (mega ? 1_000_000 : 1_000);
  return `${size.toLocaleString(undefined, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${mega ? 'MB' : 'kB'}`;
}

/** The name of a file's column as people see it: without spaces around it, at most 200 characters. */
export function titleOf(name: string): string {
  return name.trim().slice(0, 200);
}
