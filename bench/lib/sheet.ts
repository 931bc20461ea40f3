import { CHOICES, benchColumns, benchRows, type BenchCell, type BenchColumn } from './data.ts';
import type { Product } from './product.ts';
import { clientId, uuid7 } from './uuid.ts';

/** What the measuring scripts need to know of the filled sheet. */
export interface BenchSheet {
  readonly epoch: string;
  /** In the order of `benchColumns`; the first is the built-in name column. */
  readonly columnIds: readonly string[];
  readonly rowIds: readonly string[];
  readonly choiceIds: readonly string[];
}

interface Pusher {
  send(ops: readonly unknown[]): Promise<void>;
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('Expected an object.');
  return Object.fromEntries(Object.entries(value));
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('Expected a list.');
  return value;
}

/** Sends mutations of one client, one after the other. */
export function pusher(product: Product, epoch: string, protocol = 1): Pusher {
  const id = clientId();
  let mid = 0;
  return {
    async send(ops) {
      mid += 1;
      for (;;) {
        try {
          const output = record(
            await product.call('fundraising.push', {
              protocol,
              epoch,
              clientId: id,
              muts: [{ mid, ops }],
            }),
          );
          const result = record(list(output['results'])[0]);
          if (result['status'] !== 'applied')
            throw new Error(`Refused: ${JSON.stringify(output).slice(0, 500)}`);
          return;
        } catch (error) {
          if (!(error instanceof Error) || !error.message.includes('429')) throw error;
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      }
    },
  };
}

const TYPES = {
  text: () => ({ type: 'text', options: {} }),
  currency: () => ({ type: 'currency', options: { currency: 'USD', precision: 2 } }),
  date: () => ({ type: 'date', options: { dateFormat: 'iso' } }),
  select: (choices: readonly { id: string; name: string; hue: string }[]) => ({
    type: 'singleSelect',
    options: { choices },
  }),
  notes: () => ({ type: 'longText', options: {} }),
};

function columnOf(
  column: BenchColumn,
  index: number,
  choices: readonly { id: string; name: string; hue: string }[],
) {
  return {
    id: uuid7(),
    name: column.name,
    ...TYPES[column.type](choices),
    position: `b${String(index).padStart(3, '0')}`,
    key: null,
    deletedAt: null,
    ver: 0,
  };
}

function valueOf(cell: BenchCell, column: BenchColumn, choiceIds: readonly string[]): BenchCell {
  return column.type === 'select' ? (choiceIds[CHOICES.indexOf(String(cell))] ?? '') : cell;
}

const ROWS_PER_PUSH = 40;

/** A position key that sorts by `index`: six base-62 digits that fractional indexing accepts. */
function positionOf(index: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let out = '';
  for (let rest = index + 1, i = 0; i < 5; i += 1, rest = Math.floor(rest / 62))
    out = (digits[rest % 62] ?? '0') + out;
  return `e${out}`;
}

/** Where the sheet stands: its epoch, its last seq and its columns. */
export async function readHead(
  product: Product,
): Promise<{ epoch: string; seq: number; columns: Record<string, unknown>[] }> {
  const lines = (await product.snapshot()).map(record);
  const meta = lines[0] ?? {};
  const ops = lines.filter((line) => line['t'] === 'ops').flatMap((line) => list(line['ops']).map(record));
  const added = ops.map((logged) => record(logged['op'])).filter((op) => op['t'] === 'col.add');
  return {
    epoch: String(meta['epoch']),
    seq: Number(ops.at(-1)?.['seq'] ?? meta['seq']),
    columns: [...list(meta['columns']).map(record), ...added.map((op) => record(op['column']))],
  };
}

/** Removes the sheet's own columns but the name, adds the bench's 40 (the first is the name), and fills `rows` rows. */
export async function fillSheet(product: Product, rows: number): Promise<BenchSheet> {
  const { epoch, columns: existing } = await readHead(product);
  const name = existing.find((column) => column['key'] === 'name');
  if (name === undefined) throw new Error('The sheet has no name column.');
  const push = pusher(product, epoch);
  const choices = CHOICES.map((choice, i) => ({
    id: uuid7(),
    name: choice,
    hue: ['blue', 'cyan', 'teal', 'green', 'yellow', 'orange', 'red'][i] ?? 'gray',
  }));
  const columns = benchColumns();
  const added = columns.slice(1).map((column, i) => columnOf(column, i, choices));
  await push.send([
    ...existing
      .filter((column) => column['key'] !== 'name')
      .map((column) => ({ t: 'col.del', col: column['id'] })),
    ...added.map((column) => ({ t: 'col.add', column })),
  ]);
  const columnIds = [String(name['id']), ...added.map((column) => column.id)];
  const choiceIds = choices.map((choice) => choice.id);
  const rowIds: string[] = [];
  const data = benchRows(rows, columns);
  for (let start = 0; start < rows; start += ROWS_PER_PUSH) {
    const ops = data.slice(start, start + ROWS_PER_PUSH).map((cells, i) => {
      const row = uuid7();
      rowIds.push(row);
      const values: Record<string, BenchCell> = {};
      cells.forEach((cell, c) => {
        const column = columns[c];
        const id = columnIds[c];
        if (column !== undefined && id !== undefined) values[id] = valueOf(cell, column, choiceIds);
      });
      return { t: 'row.add', row, position: positionOf(start + i), values };
    });
    await push.send(ops);
  }
  return { epoch, columnIds, rowIds, choiceIds };
}

/** Adds a text column in which no cell was ever written, and returns its id. */
export async function emptyColumn(product: Product, sheet: BenchSheet, name: string): Promise<string> {
  const column = columnOf({ name, type: 'text' }, 900, []);
  await pusher(product, sheet.epoch).send([{ t: 'col.add', column }]);
  return column.id;
}
