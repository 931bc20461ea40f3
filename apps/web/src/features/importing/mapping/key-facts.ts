import { z } from 'zod';

/** How well a column of the file tells its rows apart. */
export const KeyFacts = z.object({
  /** Rows with something in the column. */
  filled: z.number().int(),
  /** Rows whose value another row has too. */
  alike: z.number().int(),
  /** One such value; empty when there is none. */
  example: z.string(),
});
export type KeyFacts = z.infer<typeof KeyFacts>;

/** Counts, for each column, the rows that are filled and those that share their value with another. */
export function keyFacts(header: readonly string[], rows: readonly (readonly string[])[]): KeyFacts[] {
  return header.map((_, index) => {
    const times = new Map<string, number>();
    let filled = 0;
    for (const row of rows) {
      const value = (row[index] ?? '').trim();
      if (value === '') continue;
      filled += 1;
      times.set(value, (times.get(value) ?? 0) + 1);
    }
    let alike = 0;
    let example = '';
    for (const [value, n] of times) {
      if (n === 1) continue;
      alike += n;
      example ||= value.length > 60 ? `${value.slice(0, 59)}…` : value;
    }
    return { filled, alike, example };
  });
}

/** Reads the file once more in the page, only to count. Null when it cannot: the server's dry run tells all the same. */
export async function countKeys(file: Blob): Promise<KeyFacts[] | null> {
  try {
    const [{ parse }, bytes] = await Promise.all([import('csv-parse/browser/esm/sync'), file.arrayBuffer()]);
    const text = new TextDecoder().decode(bytes);
    const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
    const delimiter = [',', ';', '\t'].find((sign) => firstLine.includes(sign)) ?? ',';
    const table = z
      .array(z.array(z.string()))
      .parse(parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true }));
    const [header, ...rows] = table;
    return header ? keyFacts(header, rows) : null;
  } catch {
    return null;
  }
}
