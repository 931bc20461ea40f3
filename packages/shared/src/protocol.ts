import { z } from 'zod';
import { Column, ColumnOptions, ColumnType } from './columns.ts';
import { ClientId, ColumnId, CommunicationId, ContactId, Epoch, InvestorId, UserId } from './ids.ts';
import { CellValue } from './values.ts';

/** Raised with every change of the wire format; a client with another number is told to reload (protocol §6). */
export const PROTOCOL_VERSION = 1;

/** Limits of one push (protocol §10). */
export const PUSH_LIMITS = { mutations: 50, ops: 500, bytes: 256 * 1024 } as const;

/** A client further behind than this gets a snapshot instead of ops (protocol §5.2). */
export const MAX_CATCH_UP_OPS = 2000;

/** Intervals of the stream and of presence, in milliseconds (protocol §5.3, §7). */
export const HEARTBEAT_MS = 10_000;
export const PRESENCE_BEAT_MS = 5_000;
export const PRESENCE_TTL_MS = 15_000;

export const Contact = z.object({
  id: ContactId,
  name: z.string().max(200),
  title: z.string().max(200),
  phone: z.string().max(100),
  /** E-mail addresses as typed; compared case-insensitively. */
  addresses: z.array(z.string().min(1).max(320)).max(50),
  deletedAt: z.iso.datetime().nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const CommunicationType = z.enum(['note', 'call', 'email', 'meeting', 'text']);
export type CommunicationType = z.infer<typeof CommunicationType>;

export const Communication = z.object({
  id: CommunicationId,
  investorId: InvestorId,
  type: CommunicationType,
  /** Day in the fund's zone, `YYYY-MM-DD`. */
  occurredOn: z.iso.date(),
  subject: z.string().max(500),
  body: z.string().max(20_000),
  outcome: z.string().max(2000),
  nextStep: z.string().max(2000),
  createdBy: UserId.nullable(),
  createdAt: z.iso.datetime(),
  deletedAt: z.iso.datetime().nullable(),
});
export type Communication = z.infer<typeof Communication>;

const row = InvestorId;
const col = ColumnId;
/** The version of the cell that its author had seen: seq of its last write, 0 = never written, -1 = "mine, whatever it is". */
const ifVer = z.number().int().min(-1);
const position = z.string().min(1).max(200);
/** Column id → value, only for cells that are not empty. */
const Values = z.record(ColumnId, CellValue);

/** One change to the grid. Ops are scalar and total: applying one never throws (protocol §1). */
export const Op = z.discriminatedUnion('t', [
  z.object({ t: z.literal('cell.set'), row, col, value: CellValue, ifVer }),
  /** Adds a line at the end of a text cell; commutes with other appends. */
  z.object({ t: z.literal('note.append'), row, col, text: z.string().min(1).max(20_000) }),
  /** Takes one exact line away again: the inverse of `note.append`. */
  z.object({ t: z.literal('note.remove'), row, col, text: z.string().min(1).max(20_000) }),
  z.object({ t: z.literal('set.add'), row, col, item: z.string().max(200) }),
  z.object({ t: z.literal('set.remove'), row, col, item: z.string().max(200) }),
  z.object({ t: z.literal('row.add'), row, position, values: Values }),
  /** With `ifVer` (the undo of adding), a conflict when another tab has written a cell of the row since that seq. */
  z.object({ t: z.literal('row.del'), row, ifVer: ifVer.optional() }),
  z.object({ t: z.literal('row.restore'), row }),
  z.object({ t: z.literal('row.move'), row, position }),
  z.object({ t: z.literal('col.add'), column: Column }),
  z.object({
    t: z.literal('col.set'),
    col,
    patch: z.object({ name: z.string().min(1).max(200), options: ColumnOptions, position }).partial(),
  }),
  /** `values` is filled in by the server with the converted cells; an undo sends the old ones. */
  z.object({
    t: z.literal('col.retype'),
    col,
    type: ColumnType,
    options: ColumnOptions,
    values: z.record(InvestorId, CellValue).optional(),
  }),
  /** With `ifVer` (the undo of adding), a conflict when another tab has written a cell of the column since that seq. */
  z.object({ t: z.literal('col.del'), col, ifVer: ifVer.optional() }),
  z.object({ t: z.literal('col.restore'), col }),
  z.object({ t: z.literal('contact.put'), contact: Contact }),
  z.object({ t: z.literal('comm.put'), communication: Communication }),
]);
export type Op = z.infer<typeof Op>;
export type OpType = Op['t'];

/** An atomic list of ops of one tab; frozen once first sent. */
export const Mutation = z.object({
  mid: z.number().int().min(1),
  ops: z.array(Op).min(1).max(PUSH_LIMITS.ops),
});
export type Mutation = z.infer<typeof Mutation>;

export const PushInput = z.object({
  protocol: z.number().int(),
  epoch: Epoch,
  clientId: ClientId,
  muts: z.array(Mutation).min(1).max(PUSH_LIMITS.mutations),
});
export type PushInput = z.infer<typeof PushInput>;

/** A cell whose newer value the author had not seen (protocol §4). */
export const CellConflict = z.object({
  op: z.number().int().min(0),
  row,
  col,
  theirs: CellValue,
  by: UserId.nullable(),
  at: z.iso.datetime(),
  ver: z.number().int(),
});
export type CellConflict = z.infer<typeof CellConflict>;

/** Why a mutation was refused for good; the sentence for people is made by the client. */
export const RefusalReason = z.enum([
  'row_deleted',
  'column_deleted',
  'unknown_row',
  'unknown_column',
  'exists_already',
  'invalid_value',
  'read_only',
  'not_found',
  'forbidden',
  'too_large',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** What became of one mutation; stored, so that a repeated push gets the same answer (protocol §3.2). */
export const MutationResult = z.discriminatedUnion('status', [
  /** The ops hold seq `seq` … `seq + count - 1`. */
  z.object({
    status: z.literal('applied'),
    mid: z.number().int(),
    seq: z.number().int(),
    count: z.number().int(),
  }),
  z.object({ status: z.literal('conflict'), mid: z.number().int(), conflicts: z.array(CellConflict) }),
  z.object({
    status: z.literal('rejected'),
    mid: z.number().int(),
    reason: RefusalReason,
    /** Index of the op that was refused. */
    op: z.number().int(),
    detail: z.string(),
  }),
]);
export type MutationResult = z.infer<typeof MutationResult>;

/** The answer to a push: results in order, and what stopped it, if anything did. */
export const PushOutput = z.object({
  results: z.array(MutationResult),
  head: z.number().int(),
  stop: z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('EPOCH'), epoch: Epoch }),
      z.object({ code: z.literal('GAP'), expected: z.number().int() }),
      z.object({ code: z.literal('HASH_MISMATCH'), mid: z.number().int() }),
      z.object({ code: z.literal('PROTOCOL'), protocol: z.number().int() }),
    ])
    .nullable(),
});
export type PushOutput = z.infer<typeof PushOutput>;

/** An op as it stands in the log: ordered, attributed, with everything resolved so that folding needs nothing else. */
export const LoggedOp = z.object({
  seq: z.number().int().min(1),
  op: Op,
  clientId: ClientId.nullable(),
  mid: z.number().int().nullable(),
  by: UserId.nullable(),
  at: z.iso.datetime(),
  /** What brought it: null for a person's own edit, else `import:<id>`, `state:<key>`, `rule:<id>` … */
  cause: z.string().nullable(),
});
export type LoggedOp = z.infer<typeof LoggedOp>;

/** A cell in presence: where someone is. */
export const CellRef = z.object({ row, col });
export type CellRef = z.infer<typeof CellRef>;

/** One tab that is here. `editing` means it holds the lease on `cell` (protocol §7). */
export const PresenceEntry = z.object({
  clientId: ClientId,
  userId: UserId,
  cell: CellRef.nullable(),
  editing: z.boolean(),
});
export type PresenceEntry = z.infer<typeof PresenceEntry>;

/** What flows down the stream. */
export const StreamEvent = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ops'), ops: z.array(LoggedOp) }),
  z.object({ t: z.literal('beat'), epoch: Epoch, head: z.number().int() }),
  z.object({ t: z.literal('presence'), entries: z.array(PresenceEntry) }),
  /** Fetch the sheet again; the pending queue is kept. */
  z.object({ t: z.literal('resync'), reason: z.enum(['behind', 'epoch', 'pruned', 'slow', 'import']) }),
  /** Something outside the op log changed: fetch it again. */
  z.object({ t: z.literal('changed'), what: z.enum(['views', 'people', 'imports']) }),
]);
export type StreamEvent = z.infer<typeof StreamEvent>;
