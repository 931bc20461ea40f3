/** Deterministic rows for every contestant: 8 columns each of text, currency, date, single select and notes. */

export type BenchType = 'text' | 'currency' | 'date' | 'select' | 'notes';

export interface BenchColumn {
  readonly name: string;
  readonly type: BenchType;
}

export type BenchCell = string | number;

const TYPES: readonly BenchType[] = ['text', 'currency', 'date', 'select', 'notes'];
export const CHOICES = ['Lead', 'First call', 'Deck sent', 'Diligence', 'Soft circle', 'Committed', 'Passed'];
const WORDS =
  'fund partner capital allocation vintage office family endowment call meeting deck thesis bitcoin energy follow quarter terms letter intro warm memo'.split(
    ' ',
  );

/** A small seeded generator of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function benchColumns(count = 40): BenchColumn[] {
  return Array.from({ length: count }, (_, i) => {
    const type = TYPES[i % TYPES.length] ?? 'text';
    return { name: `${type} ${Math.floor(i / TYPES.length) + 1}`, type };
  });
}

function text(random: () => number, length: number): string {
  let out = '';
  while (out.length < length) out += `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} `;
  return out.slice(0, length).trim();
}

function cellOf(type: BenchType, random: () => number): BenchCell {
  switch (type) {
    case 'text':
      return text(random, 12 + Math.floor(random() * 16));
    case 'currency':
      return Math.floor(random() * 50_000_000) * 100;
    case 'date': {
      const day = new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 2400) * 86_400_000);
      return day.toISOString().slice(0, 10);
    }
    case 'select':
      return CHOICES[Math.floor(random() * CHOICES.length)] ?? '';
    case 'notes':
      return text(random, 40 + Math.floor(random() * 260));
  }
}

/** Rows × columns of values, the same for the same arguments. */
export function benchRows(rows: number, columns: readonly BenchColumn[], seed = 1): BenchCell[][] {
  const random = seeded(seed);
  return Array.from({ length: rows }, () => columns.map((column) => cellOf(column.type, random)));
}
