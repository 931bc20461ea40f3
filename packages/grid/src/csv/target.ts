import { AppError, ColumnId, COMPUTED_TYPES, FundId, newId, type Column, type Op } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { generateNKeysBetween } from 'fractional-indexing';
import type { CellReader, CellReading } from '../clipboard/cell-reader.ts';
import { joinList } from '../columns/lib/list.ts';
import { readDate } from './shapes.ts';

/** A column of the file and where its cells go. */
export interface Target {
  /** Place in the file. */
  readonly index: number;
  readonly column: Column;
  /** Whether the import makes the column. */
  readonly fresh: boolean;
  read(text: string): CellReading;
}

/**
 * Where each column of the file goes; null for a skipped one. Throws an `AppError` when the mapping does not fit the file
 * or the sheet.
 */
export function resolveTargets(
  proposed: readonly ProposedColumn[],
  mapping: readonly ColumnMapping[],
  columns: readonly Column[],
  reader: CellReader,
): (Target | null)[] {
  if (mapping.length !== proposed.length)
    throw new AppError('BAD_INPUT', 'The mapping does not fit the file.');
  const fresh = mapping.filter(({ to }) => to === 'new' || to === 'fund').length;
  const last = columns.reduce<string | null>(
    (most, { position }) => (most === null || position > most ? position : most),
    null,
  );
  const positions = generateNKeysBetween(last, null, fresh);
  const taken = new Set<ColumnId>();
  return mapping.map((choice, index) => {
    const guess = proposed[index];
    if (choice.to === 'skip' || !guess) return null;
    const existing = existingColumn(choice, columns);
    const column = existing ?? freshColumn(choice, positions.shift() ?? '');
    if (!column || COMPUTED_TYPES.has(column.type)) {
      throw new AppError('BAD_INPUT', `“${guess.name.trim()}” cannot be imported into that column.`);
    }
    if (taken.has(column.id)) {
      throw new AppError('BAD_INPUT', `Two columns of the file are mapped to “${column.name}”.`);
    }
    taken.add(column.id);
    const answer = 'answer' in choice ? choice.answer : undefined;
    return { index, column, fresh: !existing, read: cachedReader(column, guess, answer, reader) };
  });
}

/** Makes the new columns, with the choices that the cells brought. */
export function addColumns(targets: readonly (Target | null)[], reader: CellReader): Op[] {
  return targets.flatMap((target): Op[] =>
    target?.fresh
      ? [{ t: 'col.add', column: { ...target.column, options: reader.optionsOf(target.column) } }]
      : [],
  );
}

function existingColumn(choice: ColumnMapping, columns: readonly Column[]): Column | undefined {
  if (choice.to === 'existing') return columns.find(({ id }) => id === choice.col);
  if (choice.to !== 'fund' || choice.fundId === undefined) return undefined;
  return columns.find(({ options }) => options.fundId === choice.fundId);
}

function freshColumn(choice: ColumnMapping, position: string): Column | undefined {
  const rest = { id: newId(ColumnId), position, key: null, deletedAt: null, ver: 0 };
  if (choice.to === 'fund' && choice.fundId === undefined) {
    const options = { currency: choice.currency, fundId: newId(FundId) };
    return { ...rest, name: choice.name, type: 'commitment', options };
  }
  if (choice.to !== 'new') return undefined;
  const isSelect = choice.type === 'singleSelect' || choice.type === 'multiSelect';
  // Only choices that cells of the file name are made, as they are read.
  const options = isSelect ? { ...choice.options, choices: [] } : choice.options;
  return { ...rest, name: choice.name, type: choice.type, options };
}

/** Reads each different text of a column once. */
function cachedReader(
  column: Column,
  guess: ProposedColumn,
  answer: string | undefined,
  reader: CellReader,
): Target['read'] {
  const known = new Map<string, CellReading>();
  const read = readerFor(column, guess, answer, reader);
  return (text) => {
    let reading = known.get(text);
    if (!reading) known.set(text, (reading = read(text)));
    return reading;
  };
}

function readerFor(
  column: Column,
  guess: ProposedColumn,
  answer: string | undefined,
  reader: CellReader,
): Target['read'] {
  if (column.type === 'date' || column.type === 'dateTime') return dateReader(column, guess, answer, reader);
  if (column.type === 'multiSelect' && answer === 'value') {
    return (text) => reader.read(column, joinList([text.replace(/^"(.*)"$/, '$1')]), null);
  }
  if (column.type === 'singleSelect') return (text) => withNameNote(reader, column, text);
  return (text) => reader.read(column, text, null);
}

/** Numbers are read as days and months only in an order that the file or a person has told. */
function dateReader(
  column: Column,
  guess: ProposedColumn,
  answer: string | undefined,
  reader: CellReader,
): Target['read'] {
  const told = answer ?? guess.options.dateFormat;
  const dateFormat = told === 'us' || told === 'european' ? told : null;
  const as = { ...column, options: { ...column.options, dateFormat: dateFormat ?? 'iso' } } as const;
  return (text) => {
    if (dateFormat === null && readDate(text)?.order === 'either') {
      return {
        ok: false,
        reason: `Whether the day or the month comes first in “${text.trim()}” has not been answered.`,
      };
    }
    return reader.read(as, text, null);
  };
}

/** A choice that is written otherwise than in the file is worth a word. */
function withNameNote(reader: CellReader, column: Column, text: string): CellReading {
  const reading = reader.read(column, text, null);
  if (!reading.ok || reading.value === null) return reading;
  const name = reader.optionsOf(column).choices?.find(({ id }) => id === reading.value)?.name;
  return name === undefined || name === text.trim()
    ? reading
    : { ...reading, note: `Taken for the choice “${name}”.` };
}
