import type { ProposedColumn } from '@crm/shared/contract/importing';
import type { ColumnOptions, ColumnType } from '@crm/shared';
import { kindOf, withChoices, type ColumnContext } from '../columns/index.ts';
import { hasLeadingZero, readAmount, type Amount } from '../columns/lib/decimal.ts';
import { splitList } from '../columns/lib/list.ts';
import { readDate, readMoney, type DateShape } from './shapes.ts';
import type { CsvTable } from './table.ts';

type Guess = Pick<ProposedColumn, 'type' | 'options' | 'evidence' | 'question'>;

/** Proposes a type for every column from all of its cells, and says what it rests on. */
export function inferColumns(table: CsvTable, ctx: ColumnContext): ProposedColumn[] {
  return table.header.map((name, index) => {
    const cells = table.rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    const guess = guessType(name, cells, index, ctx);
    return {
      index,
      name,
      ...guess,
      filled: cells.length,
      samples: [...new Set(cells)].slice(0, 5).map(clip),
    };
  });
}

function guessType(name: string, cells: readonly string[], index: number, ctx: ColumnContext): Guess {
  if (cells.length === 0) return plain('text', 'No cell of the column is filled.');
  return (
    guessCheckbox(cells) ??
    guessNumber(name, cells) ??
    guessDate(cells) ??
    guessAddress(name, cells) ??
    guessPerson(cells, ctx) ??
    guessChoices(cells, index) ??
    guessText(cells)
  );
}

function guessCheckbox(cells: readonly string[]): Guess | null {
  if (cells.every((cell) => cell === 'checked'))
    return plain('checkbox', `All ${count(cells)} say “checked”.`);
  const said = cells.every((cell) => /^(true|false)$/i.test(cell));
  return said ? plain('checkbox', `All ${count(cells)} say TRUE or FALSE.`) : null;
}

function guessNumber(name: string, cells: readonly string[]): Guess | null {
  if (/phone|mobile|\btel\b|fax|zip|postal|\bcode\b/i.test(name)) return null;
  if (cells.some(hasLeadingZero)) return null;
  const amounts: Amount[] = [];
  for (const cell of cells) {
    const amount = readAmount(cell);
    if (!amount) return null;
    amounts.push(amount);
  }
  const money = cells.map(readMoney);
  const currencies = new Set(money.map((one) => one?.currency));
  const [currency] = currencies;
  if (currencies.size === 1 && currency !== undefined) {
    const rounded = money.filter((one) => one?.abbreviated).length;
    const loss = rounded > 0 ? ` ${rounded} are abbreviated, so digits may be missing in the file.` : '';
    return {
      type: 'currency',
      options: { currency },
      evidence: `All ${count(cells)} are amounts in ${currency}.${loss}`,
      question: null,
    };
  }
  if (amounts.every((amount) => amount.percent)) return plain('percent', `All ${count(cells)} end with %.`);
  if (amounts.some((amount) => amount.unit !== null || amount.percent)) return null;
  const precision = Math.min(8, Math.max(...amounts.map((amount) => amount.decimal.scale)));
  const evidence = `All ${count(cells)} are numbers with at most ${precision} digits after the point.`;
  return { type: 'number', options: { precision }, evidence, question: null };
}

function guessDate(cells: readonly string[]): Guess | null {
  const shapes: DateShape[] = [];
  for (const cell of cells) {
    const shape = readDate(cell);
    if (!shape) return null;
    shapes.push(shape);
  }
  const orders = new Set(shapes.map((shape) => shape.order));
  if (orders.has('dayFirst') && orders.has('monthFirst')) return null;
  const time = shapes.some((shape) => shape.time);
  const type = time ? 'dateTime' : 'date';
  const clock: ColumnOptions = time
    ? { timeFormat: cells.some((cell) => /[ap]m$/i.test(cell)) ? '12hour' : '24hour' }
    : {};
  const what = `All ${count(cells)} are dates${time ? ' with a time' : ''}`;
  const decisive = shapes.filter(
    (shape) => shape.order === 'dayFirst' || shape.order === 'monthFirst',
  ).length;
  if (decisive > 0) {
    const european = orders.has('dayFirst');
    const evidence = `${what}; ${decisive} of them can only be ${european ? 'day/month' : 'month/day'}.`;
    return {
      type,
      options: { dateFormat: european ? 'european' : 'us', ...clock },
      evidence,
      question: null,
    };
  }
  if (!orders.has('either')) {
    const iso = cells.every((cell) => /^\d{4}/.test(cell.trim()));
    return {
      type,
      options: { dateFormat: iso ? 'iso' : 'friendly', ...clock },
      evidence: `${what}.`,
      question: null,
    };
  }
  const sample = cells[shapes.findIndex((shape) => shape.order === 'either')] ?? '';
  return {
    type,
    options: { dateFormat: 'local', ...clock },
    evidence: `${what}; none shows whether the day or the month comes first.`,
    question: {
      kind: 'dayMonth',
      text: `Which comes first in “${clip(sample)}”?`,
      choices: [
        { value: 'us', label: 'The month' },
        { value: 'european', label: 'The day' },
      ],
    },
  };
}

function guessAddress(name: string, cells: readonly string[]): Guess | null {
  for (const type of ['email', 'url', 'phone'] as const) {
    const kind = kindOf(type);
    const good = cells.filter((cell) => kind.flag(cell.trim()) === null && !/[\r\n]/.test(cell)).length;
    // Digits alone are a telephone number only where the name says so.
    const likely =
      type !== 'phone' || /phone|mobile|\btel\b|fax/i.test(name) || cells.some((cell) => /^[+(]/.test(cell));
    const links =
      type !== 'url' ||
      cells.some((cell) => /^https?:|^www\./i.test(cell) || /url|link|web|site/i.test(name));
    if (likely && links && good > 0 && good >= cells.length * 0.9) {
      const rest = good < cells.length ? ` The other ${cells.length - good} are kept and marked.` : '';
      return plain(type, `${good} of ${count(cells)} look like ${ADDRESSES[type]}.${rest}`);
    }
  }
  return null;
}

const ADDRESSES = { email: 'e-mail addresses', url: 'web addresses', phone: 'telephone numbers' } as const;

function guessPerson(cells: readonly string[], ctx: ColumnContext): Guess | null {
  const person = kindOf('person');
  const found = [...new Set(cells)].every((cell) => person.parse(cell, {}, ctx).ok);
  return found ? plain('person', `All ${count(cells)} name a member of the team.`) : null;
}

/** Few different short texts that come again and again are choices. */
function guessChoices(cells: readonly string[], index: number): Guess | null {
  if (cells.some((cell) => /[\r\n]|https?:\/\//.test(cell))) return null;
  const quoted = cells.some((cell) => /(^|,)"[^"]*,[^"]*"(,|$)/.test(cell));
  const joined = quoted || cells.some((cell) => /[^,\s],[^,\s]/.test(cell));
  const parts = joined ? cells.flatMap(splitList) : cells;
  const names = [...new Set(parts)];
  const short = names.every((name) => name.length <= 80);
  if (!short || cells.length < 4 || index === 0 || names.length > 100 || names.length * 2 > parts.length)
    return null;
  const evidence = `${names.length} different texts stand in ${count(cells)}.`;
  if (!joined) {
    return { type: 'singleSelect', options: withChoices({}, names), evidence, question: null };
  }
  return {
    type: 'multiSelect',
    options: withChoices({}, names),
    evidence: `${evidence} Some cells join several with commas.`,
    question: quoted
      ? null
      : {
          kind: 'listOrValue',
          text: `Is “${clip(cells.find((cell) => cell.includes(',')) ?? '')}” one value or a list?`,
          choices: [
            { value: 'list', label: 'A list' },
            { value: 'value', label: 'One value' },
          ],
        },
  };
}

function guessText(cells: readonly string[]): Guess {
  const attached = cells.filter((cell) => /\S+\.\w{2,5} \(https?:\/\/\S+\)/.test(cell)).length;
  if (attached * 2 > cells.length) {
    return plain(
      'longText',
      `${attached} of ${count(cells)} name attachments; their links are kept as text and may expire.`,
    );
  }
  const lines = cells.filter((cell) => /[\r\n]/.test(cell)).length;
  const long = cells.filter((cell) => cell.length > 150).length;
  if (lines > 0 || long > 0) {
    return plain(
      'longText',
      `${lines} of ${count(cells)} have several lines, ${long} are longer than 150 characters.`,
    );
  }
  const zeros = cells.filter(hasLeadingZero).length;
  return plain(
    'text',
    zeros > 0
      ? `${zeros} of ${count(cells)} begin with a zero, which a number would lose.`
      : 'No other type fits all cells.',
  );
}

function plain(type: ColumnType, evidence: string): Guess {
  return { type, options: kindOf(type).defaultOptions(), evidence, question: null };
}

function count(cells: readonly string[]): string {
  return cells.length === 1 ? '1 cell' : `${cells.length} cells`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
