export { dayRange, type DayRange } from './day-range.ts';
export { compileFilter, isActive, isEmpty, type RowTest } from './filter.ts';
export { RowIndex, type RowConfig } from './row-index.ts';
export type { RowDelta, RowSource } from './types.ts';
export { formatSummary, Summary } from './summary.ts';
