import { z } from 'zod';
import { Column, ColumnOptions, ColumnType } from '../columns.ts';
import { ClientId, ColumnId, Epoch, InvestorId, UserId } from '../ids.ts';
import { CellRef, Communication, Contact } from '../protocol.ts';
import { CellValue } from '../values.ts';
import { View } from '../views.ts';

/** A row in the whole-state read and save; only non-empty cells. */
export const StateRow = z.object({
  id: InvestorId,
  number: z.number().int(),
  position: z.string(),
  values: z.record(ColumnId, CellValue),
});

/** The whole grid, for scripts, import and restore (protocol §9). `version` is the head seq. */
export const StateOutput = z.object({
  version: z.number().int(),
  epoch: Epoch,
  updatedAt: z.iso.datetime(),
  updatedBy: UserId.nullable(),
  columns: z.array(Column),
  rows: z.array(StateRow),
  contacts: z.array(Contact),
  views: z.array(View),
});
export type StateOutput = z.infer<typeof StateOutput>;

export const SaveStateInput = z.object({
  expectedVersion: z.number().int().min(0),
  columns: z.array(Column).max(500),
  rows: z.array(StateRow.omit({ number: true })).max(100_000),
  contacts: z.array(Contact).max(200_000).optional(),
  idempotencyKey: z.string().min(8).max(100),
  allowMassDelete: z.boolean().default(false),
});
export type SaveStateInput = z.infer<typeof SaveStateInput>;

export const SaveStateOutput = z.object({ version: z.number().int(), ops: z.number().int() });

/** `null` = everything from the beginning that is kept. */
export const StreamInput = z.object({
  protocol: z.number().int(),
  epoch: Epoch,
  clientId: ClientId,
  since: z.number().int().min(0),
  /** Set by `tracked()` when the link reconnects by itself. */
  lastEventId: z.string().nullish(),
});

export const OpsSinceInput = StreamInput.omit({ lastEventId: true });

export const PresenceInput = z.object({
  clientId: ClientId,
  cell: CellRef.nullable(),
  /** Asks for, or keeps, the lease on `cell`. */
  editing: z.boolean(),
});
/** `granted` is false when another tab holds the lease. */
export const PresenceOutput = z.object({ granted: z.boolean(), holder: UserId.nullable() });

/** History of one row or one cell, newest first. */
export const HistoryInput = z.object({
  row: InvestorId,
  col: ColumnId.optional(),
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const HistoryEntry = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  by: UserId.nullable(),
  cause: z.string().nullable(),
  kind: z.string(),
  col: ColumnId.nullable(),
  old: CellValue,
  new: CellValue,
});
export const HistoryOutput = z.object({ entries: z.array(HistoryEntry), more: z.boolean() });

export const CommunicationsInput = z.object({ row: InvestorId });
export const CommunicationsOutput = z.array(Communication);

/** Counts over the relational truths: what the funds hold, who has no contact, and so on. */
export const RelationalSummary = z.object({
  investors: z.number().int(),
  contacts: z.number().int(),
  communications: z.number().int(),
  funds: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      currency: z.string(),
      /** Minor units by status. */
      target: z.number().int(),
      soft: z.number().int(),
      committed: z.number().int(),
      funded: z.number().int(),
      investors: z.number().int(),
    }),
  ),
});

export const ExportInput = z.object({
  format: z.enum(['csv', 'airtable', 'json']),
  /** Only this view's visible columns and rows, in its order; absent = the whole sheet. */
  viewId: z.string().optional(),
});
export const ExportOutput = z.object({
  fileName: z.string(),
  mime: z.string(),
  /** The file's text; CSV starts with a byte order mark. */
  text: z.string(),
});

/** fundraising.retypePreview */
export const RetypePreviewInput = z.object({ col: ColumnId, type: ColumnType, options: ColumnOptions });

/** What a preview of a retype says: how many cells keep, change or lose their value. */
export const RetypePreview = z.object({
  kept: z.number().int(),
  changed: z.number().int(),
  lost: z.number().int(),
  samples: z.array(z.object({ row: InvestorId, before: z.string(), after: z.string().nullable() })),
});
