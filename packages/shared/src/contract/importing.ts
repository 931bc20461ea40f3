import { z } from 'zod';
import { ColumnOptions, ColumnType } from '../columns.ts';
import { ColumnId, FundId, ImportId, InvestorId, UserId } from '../ids.ts';

/** The largest file that is taken, in bytes (S23). */
export const MAX_IMPORT_BYTES = 10 * 1024 * 1024;

/** importing.begin: the file itself, base64. Answers what is in it; nothing is changed. */
export const BeginInput = z.object({
  fileName: z.string().min(1).max(255),
  base64: z.string().max(Math.ceil(MAX_IMPORT_BYTES / 3) * 4 + 4),
});

/** A type proposed for a column of the file, and what it rests on. */
export const ProposedColumn = z.object({
  index: z.number().int(),
  /** Verbatim, not trimmed. */
  name: z.string(),
  type: ColumnType,
  options: ColumnOptions,
  evidence: z.string(),
  filled: z.number().int(),
  samples: z.array(z.string()),
  /** Set where the file does not say: the person must choose (dates as day/month, names with commas). */
  question: z
    .object({
      kind: z.enum(['dayMonth', 'listOrValue']),
      text: z.string(),
      choices: z.array(z.object({ value: z.string(), label: z.string() })),
    })
    .nullable(),
});
export type ProposedColumn = z.infer<typeof ProposedColumn>;

/** What happens to a column of the file. */
export const ColumnMapping = z.discriminatedUnion('to', [
  z.object({ to: z.literal('skip') }),
  z.object({ to: z.literal('existing'), col: ColumnId, answer: z.string().optional() }),
  z.object({
    to: z.literal('new'),
    name: z.string().min(1).max(200),
    type: ColumnType,
    options: ColumnOptions,
    answer: z.string().optional(),
  }),
  z.object({
    to: z.literal('fund'),
    name: z.string().min(1).max(200),
    currency: z.string(),
    fundId: FundId.optional(),
  }),
]);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

export const BeginOutput = z.object({
  id: ImportId,
  fileName: z.string(),
  rows: z.number().int(),
  warnings: z.array(z.string()),
  columns: z.array(ProposedColumn),
  /** A mapping to start from, one per column. */
  mapping: z.array(ColumnMapping),
  /** Index of the column proposed as merge key; null = every row is new. */
  mergeKey: z.number().int().nullable(),
  preview: z.array(z.array(z.string())),
});

export const PlanInput = z.object({
  id: ImportId,
  mapping: z.array(ColumnMapping).max(500),
  mergeKey: z.number().int().nullable(),
});

export const Problem = z.object({
  /** Line of data, 1 = the first below the header. */
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
});

/** The account of every non-empty cell: read = imported + changedInMeaning + rejected. */
export const Receipt = z.object({
  rows: z.object({
    read: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    problem: z.number().int(),
  }),
  cells: z.object({
    read: z.number().int(),
    imported: z.number().int(),
    changedInMeaning: z.number().int(),
    rejected: z.number().int(),
  }),
  columns: z.array(z.object({ name: z.string(), type: z.string(), evidence: z.string() })),
  problems: z.array(Problem),
});
export type Receipt = z.infer<typeof Receipt>;

/** One cell of the dry run. */
export const CellDiff = z.object({
  line: z.number().int(),
  row: InvestorId.nullable(),
  label: z.string(),
  column: z.string(),
  before: z.string(),
  after: z.string(),
  /** `conflict`: edited here since the last import, so it is left alone. */
  kind: z.enum(['new', 'changed', 'conflict', 'meaning', 'rejected']),
  note: z.string().nullable(),
});

/** importing.plan: the dry run. `diff` is cut at 2,000 cells; the counts are of all. */
export const PlanOutput = z.object({
  id: ImportId,
  receipt: Receipt,
  conflicts: z.number().int(),
  diff: z.array(CellDiff),
  diffTotal: z.number().int(),
});

export const ImportInput = z.object({ id: ImportId });
/** importing.status, importing.list */
export const ImportStatus = z.object({
  id: ImportId,
  fileName: z.string(),
  state: z.enum(['draft', 'running', 'done', 'failed', 'undone', 'discarded']),
  done: z.number().int(),
  total: z.number().int(),
  error: z.string().nullable(),
  userId: UserId.nullable(),
  createdAt: z.iso.datetime(),
  receipt: Receipt.nullable(),
});
export type ImportStatus = z.infer<typeof ImportStatus>;

/** importing.undo: how many ops were taken back, and what was left because it was edited or is in use since. */
export const UndoOutput = z.object({
  reverted: z.number().int(),
  skipped: z.array(
    z.object({ row: InvestorId.nullable(), column: z.string().nullable(), reason: z.string() }),
  ),
});

/** importing.rejected: the rows that were not taken whole, as CSV with a column that says why. */
export const RejectedOutput = z.object({ fileName: z.string(), text: z.string() });
