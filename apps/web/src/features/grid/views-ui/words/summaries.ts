import { kindOf } from '@crm/grid/columns';
import type { ColumnType, SummaryFn } from '@crm/shared';
import { isDateType } from './operators.ts';

const WORDS: Record<SummaryFn, string> = {
  none: 'None',
  sum: 'Sum',
  average: 'Average',
  min: 'Lowest',
  max: 'Highest',
  filled: 'Filled',
  empty: 'Empty',
  unique: 'Unique',
};

/** What a footer calls its function; of dates the least is the earliest. */
export function footerLabel(fn: SummaryFn, type?: ColumnType): string {
  if (type && isDateType(type)) {
    if (fn === 'min') return 'Earliest';
    if (fn === 'max') return 'Latest';
  }
  return WORDS[fn];
}

/** The functions that columns of this type offer, *none* first. */
export function footerFunctions(type: ColumnType): readonly SummaryFn[] {
  return ['none', ...kindOf(type).summaries.filter((fn) => fn !== 'none')];
}
