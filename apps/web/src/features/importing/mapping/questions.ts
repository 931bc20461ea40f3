import type { Column, ColumnType } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';

export type Question = NonNullable<ProposedColumn['question']>;

/** Two numbers and a year, in an order that both ways of writing a date allow. */
const EITHER = /^\s*(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{2,4}\b/;

/** The type of the cells that a column of the file ends up in; undefined when it is left out. */
export function targetType(
  mapping: ColumnMapping,
  columns: ReadonlyMap<string, Column>,
): ColumnType | undefined {
  switch (mapping.to) {
    case 'new':
      return mapping.type;
    case 'existing':
      return columns.get(mapping.col)?.type;
    case 'fund':
      return 'commitment';
    case 'skip':
      return undefined;
  }
}

/** What the file does not say about a column and the person must, given where the column goes. */
export function questionFor(
  column: ProposedColumn,
  type: ColumnType | undefined,
  fresh: boolean,
): Question | null {
  const { question } = column;
  if (type === 'date' || type === 'dateTime') {
    if (question?.kind === 'dayMonth') return question;
    const told = column.type === 'date' || column.type === 'dateTime';
    const sample = told ? undefined : column.samples.find((text) => EITHER.test(text));
    return sample === undefined ? null : dayMonth(sample);
  }
  const isList = type === 'multiSelect' || (fresh && type === 'singleSelect');
  return isList && question?.kind === 'listOrValue' ? question : null;
}

function dayMonth(sample: string): Question {
  return {
    kind: 'dayMonth',
    text: `Which comes first in “${sample}”?`,
    choices: [
      { value: 'us', label: 'The month' },
      { value: 'european', label: 'The day' },
    ],
  };
}

/** The answer that has been given; undefined when the question is open. */
export function answerOf(mapping: ColumnMapping): string | undefined {
  return mapping.to === 'existing' || mapping.to === 'new' ? mapping.answer : undefined;
}

/** The mapping with the answer, and with what follows from it for a new column. */
export function answered(
  column: ProposedColumn,
  mapping: ColumnMapping,
  question: Question,
  answer: string,
): ColumnMapping {
  if (mapping.to === 'existing') return { ...mapping, answer };
  if (mapping.to !== 'new') return mapping;
  if (question.kind === 'listOrValue') {
    const type = answer === 'value' ? 'singleSelect' : 'multiSelect';
    return { ...mapping, answer, type, options: column.options };
  }
  const dateFormat = answer === 'us' ? 'us' : 'european';
  return { ...mapping, answer, options: { ...mapping.options, dateFormat } };
}

/** A list question answers itself where the sheet's column knows all the single values already, as after an import before. */
export function withKnownAnswers(
  mapping: readonly ColumnMapping[],
  proposed: readonly ProposedColumn[],
  columns: readonly Column[],
): ColumnMapping[] {
  return mapping.map((one, index) => {
    const column = proposed[index];
    if (one.to !== 'existing' || column?.question?.kind !== 'listOrValue') return one;
    const here = columns.find(({ id }) => id === one.col);
    const known = new Set(here?.options.choices?.map(({ name }) => name));
    const all = column.options.choices?.every(({ name }) => known.has(name)) ?? false;
    return here?.type === 'multiSelect' && all ? { ...one, answer: 'list' } : one;
  });
}
