import { brief, figure, median, type Figures } from '../lib/figure.ts';
import { benchColumns, benchRows } from '../lib/data.ts';
import { startProduct } from '../lib/product.ts';

const ROWS = 6000;

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function csv(seed: number): string {
  const columns = benchColumns();
  const quote = (cell: string | number): string => `"${String(cell).replaceAll('"', '""')}"`;
  // Notes are cut to keep 6,000 × 40 under the size limit of one file.
  const rows = benchRows(ROWS, columns, seed).map((row, i) =>
    row
      .map((cell, c) =>
        c === 0 ? `${String(cell)} ${i}` : columns[c]?.type === 'notes' ? String(cell).slice(0, 60) : cell,
      )
      .map((cell, c) =>
        columns[c]?.type === 'currency' ? `$${(Number(cell) / 100).toFixed(2)}` : quote(cell),
      )
      .join(','),
  );
  return `\uFEFF${columns.map((column) => quote(column.name)).join(',')}\n${rows.join('\n')}`;
}

/** From the dry run's start to the last row applied, on an empty sheet; reading the file is told apart in `detail`. */
export async function importSpeed(repetitions: number): Promise<Figures> {
  const perSecond: number[] = [];
  const steps: unknown[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    const product = await startProduct();
    const base64 = Buffer.from(csv(i + 1)).toString('base64');
    const t0 = performance.now();
    const begun = await product.call('importing.begin', { fileName: 'bench.csv', base64 });
    const t1 = performance.now();
    const id = field(begun, 'id');
    const plan = await product.call('importing.plan', {
      id,
      mapping: field(begun, 'mapping'),
      mergeKey: field(begun, 'mergeKey'),
    });
    const t2 = performance.now();
    await product.call('importing.start', { id });
    let state: unknown;
    do {
      await new Promise((resolve) => setTimeout(resolve, 10));
      state = await product.query('importing.status', { id });
    } while (field(state, 'state') === 'running');
    const t3 = performance.now();
    if (field(state, 'state') !== 'done') throw new Error(`Import: ${JSON.stringify(state).slice(0, 500)}`);
    perSecond.push(ROWS / ((t3 - t1) / 1000));
    steps.push({
      beginMs: Math.round(t1 - t0),
      planMs: Math.round(t2 - t1),
      applyMs: Math.round(t3 - t2),
      rows: field(field(plan, 'receipt'), 'rows'),
    });
    await product.stop();
  }
  return {
    'import.rows_per_s': figure(median(perSecond), '≥', 5000, 'rows/s', { values: brief(perSecond), steps }),
  };
}
