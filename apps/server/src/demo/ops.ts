import {
  ColumnId,
  CommunicationId,
  ContactId,
  FundId,
  InvestorId,
  newId,
  OptionId,
  type CellValue,
  type Column,
  type ColumnOptions,
  type ColumnType,
  type Hue,
  type Op,
  type UserId,
} from '@crm/shared';
import { generateNKeysBetween } from 'fractional-indexing';
import { FUNDS, type DemoInvestor } from './investors.ts';
import { KINDS, SOURCES, STAGES } from './words.ts';

const HUES: readonly Hue[] = [
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'pink',
  'purple',
  'gray',
  'red',
  'cyan',
];

/** What the demonstration adds to the built-in columns. */
export interface DemoColumns {
  readonly byName: ReadonlyMap<string, Column>;
  readonly ops: readonly Op[];
}

/** Columns beside the built-in ones: the funds, and what a fund usually keeps of an investor. */
export function demoColumns(builtin: readonly Column[]): DemoColumns {
  const types = KINDS.map(({ type }) => type);
  const wanted: { name: string; type: ColumnType; options: ColumnOptions }[] = [
    ...FUNDS.map(({ name, currency }) => ({
      name,
      type: 'commitment' as const,
      options: { fundId: newId(FundId), currency },
    })),
    { name: 'Type', type: 'singleSelect', options: { choices: choices(types) } },
    { name: 'Stage', type: 'singleSelect', options: { choices: choices(STAGES) } },
    { name: 'Interest', type: 'rating', options: { max: 5 } },
    { name: 'Typical check', type: 'currency', options: { currency: 'USD' } },
    { name: 'Website', type: 'url', options: {} },
  ];
  const places = builtin.map(({ position }) => position).toSorted();
  const list = builtin.find(({ key }) => key === 'list')?.position ?? null;
  const next = places.find((position) => list !== null && position > list) ?? null;
  // The money stands beside the name, the rest at the end.
  const positions = [
    ...generateNKeysBetween(list, next, FUNDS.length),
    ...generateNKeysBetween(places.at(-1) ?? null, null, wanted.length - FUNDS.length),
  ];
  const added = wanted.map((column, i): Column => {
    const position = positions[i] ?? '';
    return { ...column, id: newId(ColumnId), position, key: null, deletedAt: null, ver: 0 };
  });
  const source = builtin.find(({ key }) => key === 'leadSource');
  const options = { choices: choices(SOURCES) };
  const changed = source ? [{ t: 'col.set' as const, col: source.id, patch: { options } }] : [];
  const byKey = builtin.map((column) => [column.key ?? column.name, column] as const);
  const byName = new Map<string, Column>([
    ...byKey,
    ...added.map((column) => [column.name, column] as const),
  ]);
  if (source) byName.set('leadSource', { ...source, options });
  return { byName, ops: [...changed, ...added.map((column) => ({ t: 'col.add' as const, column }))] };
}

function choices(names: readonly string[]) {
  return names.map((name, i) => ({ id: newId(OptionId), name, hue: HUES[i % HUES.length] ?? 'gray' }));
}

/** One mutation per investor: its contacts, its row, what was said. */
export function investorOps(
  investor: DemoInvestor,
  position: string,
  columns: DemoColumns['byName'],
  owners: readonly [UserId, UserId],
): Op[] {
  const row = newId(InvestorId);
  const contacts = investor.contacts.map((contact) => ({
    ...contact,
    id: newId(ContactId),
    addresses: [...contact.addresses],
    deletedAt: null,
  }));
  const owner = owners[investor.isFirstOwner ? 0 : 1];
  const option = (column: string, name: string) =>
    columns.get(column)?.options.choices?.find((choice) => choice.name === name)?.id ?? null;
  const list = option('list', investor.list);
  const cells: [string, CellValue][] = [
    ['name', investor.name],
    ['list', list === null ? null : [list]],
    ['contacts', contacts.map(({ id }) => id)],
    ['notes', notesOf(investor)],
    ['leadSource', option('leadSource', investor.leadSource)],
    ['owner', owner],
    ['location', investor.location],
    ['lastContact', investor.talks.at(-1)?.day ?? null],
    ['nextStep', investor.nextStep],
    ['Type', option('Type', investor.type)],
    ['Stage', option('Stage', investor.stage)],
    ['Interest', investor.interest],
    ['Typical check', investor.typicalCheck],
    ['Website', investor.website],
    ...FUNDS.map(({ name }, i): [string, CellValue] => [name, investor.commitments[i] ?? null]),
  ];
  const values: Record<ColumnId, CellValue> = {};
  for (const [name, value] of cells) {
    const column = columns.get(name);
    if (column && value !== null) values[column.id] = value;
  }
  const said = investor.talks.map(({ type, day, subject, body, outcome }, i) => ({
    t: 'comm.put' as const,
    communication: {
      id: newId(CommunicationId),
      investorId: row,
      type,
      occurredOn: day,
      subject,
      body,
      outcome,
      nextStep: i === investor.talks.length - 1 ? (investor.nextStep ?? '') : '',
      createdBy: owner,
      createdAt: `${day}T15:00:00.000Z`,
      deletedAt: null,
    },
  }));
  return [
    ...contacts.map((contact) => ({ t: 'contact.put' as const, contact })),
    { t: 'row.add', row, position, values },
    ...said,
  ];
}

/** A dated line for everything that was said. */
function notesOf({ talks }: DemoInvestor): string | null {
  const lines = talks.map(({ day, subject, outcome }) => `${day}: ${subject}. ${outcome}.`);
  return lines.length === 0 ? null : lines.join('\n');
}
