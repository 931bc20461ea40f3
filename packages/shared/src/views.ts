import { z } from 'zod';
import { ColumnId, UserId, ViewId } from './ids.ts';

/** What a condition asks; which ones a column offers depends on its type (airtable-semantics §2.1). */
export const FilterOperator = z.enum([
  'is',
  'isNot',
  'contains',
  'doesNotContain',
  'lt',
  'gt',
  'lte',
  'gte',
  'isAnyOf',
  'isNoneOf',
  'hasAnyOf',
  'hasAllOf',
  'hasNoneOf',
  'isWithin',
  'isEmpty',
  'isNotEmpty',
]);
export type FilterOperator = z.infer<typeof FilterOperator>;

/** A date operand: a named day or span, read in the fund's zone (airtable-semantics §2.2). */
export const DateOperand = z.object({
  mode: z.enum([
    'today',
    'tomorrow',
    'yesterday',
    'oneWeekAgo',
    'oneWeekFromNow',
    'oneMonthAgo',
    'oneMonthFromNow',
    'daysAgo',
    'daysFromNow',
    'exactDate',
    'pastWeek',
    'pastMonth',
    'pastYear',
    'nextWeek',
    'nextMonth',
    'nextYear',
    'thisCalendarWeek',
    'thisCalendarMonth',
    'thisCalendarYear',
    'pastNumberOfDays',
    'nextNumberOfDays',
  ]),
  days: z.number().int().min(0).max(36_500).optional(),
  date: z.iso.date().optional(),
});
export type DateOperand = z.infer<typeof DateOperand>;

/** A condition without a value yet is inactive and shown so. */
export const FilterCondition = z.object({
  col: ColumnId,
  op: FilterOperator,
  value: z.union([
    z.null(),
    z.string().max(1000),
    z.number(),
    z.boolean(),
    z.array(z.string()).max(500),
    DateOperand,
  ]),
});
export type FilterCondition = z.infer<typeof FilterCondition>;

/** One level of conditions now; `conditions` will also take groups when nesting comes. */
export const FilterGroup = z.object({
  conjunction: z.enum(['and', 'or']),
  conditions: z.array(FilterCondition).max(50),
});
export type FilterGroup = z.infer<typeof FilterGroup>;

export const SortKey = z.object({ col: ColumnId, dir: z.enum(['asc', 'desc']) });
export type SortKey = z.infer<typeof SortKey>;

export const SummaryFn = z.enum(['none', 'sum', 'average', 'min', 'max', 'filled', 'empty', 'unique']);
export type SummaryFn = z.infer<typeof SummaryFn>;

export const RowHeight = z.enum(['short', 'medium', 'tall', 'extraTall']);
export type RowHeight = z.infer<typeof RowHeight>;

/** Everything about how a view shows the sheet; it never changes data. */
export const ViewConfig = z.object({
  filter: FilterGroup,
  sorts: z.array(SortKey).max(20),
  hidden: z.array(ColumnId).max(500),
  /** Columns in this view's own order; those not named follow in the sheet's order. */
  order: z.array(ColumnId).max(500),
  widths: z.record(ColumnId, z.number().int().min(48).max(1200)),
  /** How many visible columns, from the left, stay in place. */
  frozen: z.number().int().min(0).max(10),
  rowHeight: RowHeight,
  summaries: z.record(ColumnId, SummaryFn),
});
export type ViewConfig = z.infer<typeof ViewConfig>;

export const EMPTY_VIEW: ViewConfig = {
  filter: { conjunction: 'and', conditions: [] },
  sorts: [],
  hidden: [],
  order: [],
  widths: {},
  frozen: 1,
  rowHeight: 'short',
  summaries: {},
};

export const View = z.object({
  id: ViewId,
  name: z.string().min(1).max(100),
  /** The person who made it; a personal view is seen by nobody else. */
  ownerId: UserId.nullable(),
  shared: z.boolean(),
  position: z.string().min(1).max(200),
  config: ViewConfig,
  /** What this person has changed for themselves without saving it for everyone; null when nothing. */
  draft: ViewConfig.nullable(),
  updatedAt: z.iso.datetime(),
});
export type View = z.infer<typeof View>;
