import { Mutation, PUSH_LIMITS, PushInput } from '@crm/shared';
import {
  CommunicationsInput,
  CommunicationsOutput,
  ExportInput,
  ExportOutput,
  HistoryInput,
  HistoryOutput,
  OpsSinceInput,
  PresenceInput,
  PresenceOutput,
  RelationalSummary,
  RetypePreview,
  RetypePreviewInput,
  SaveStateInput,
  SaveStateOutput,
  StreamInput,
} from '@crm/shared/contract/fundraising';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { memberProcedure, router } from '../../rpc/trpc.ts';
import { exportSheet } from './export.usecases.ts';
import {
  communicationsOf,
  previewRetype,
  readHistory,
  readState,
  relationalSummary,
} from './read.usecases.ts';
import { saveState } from './save-state.usecases.ts';
import { announce, opsSince, push, stream } from './live.usecases.ts';

/** The ops of a push are checked one mutation at a time, so that a bad one is refused for good and uses up its mid. */
const PushEnvelope = PushInput.extend({
  muts: z
    .array(Mutation.extend({ ops: z.array(z.unknown()).min(1).max(PUSH_LIMITS.ops) }))
    .min(1)
    .max(PUSH_LIMITS.mutations),
});

export const fundraisingRouter = router({
  /** Edits of one tab, in order; answered when they are on disk. */
  push: memberProcedure.input(PushEnvelope).mutation(({ ctx, input }) => push(ctx.app, ctx.principal, input)),

  /** Everything that happens from `since` on. */
  stream: memberProcedure.input(StreamInput).subscription(async function* ({ ctx, input, signal }) {
    const { socket } = ctx;
    const since = input.lastEventId ? Math.max(input.since, Number(input.lastEventId) || 0) : input.since;
    const until = signal ?? new AbortController().signal;
    const buffered = () => socket?.bufferedAmount ?? 0;
    let seq = since;
    for await (const event of stream(ctx.app, ctx.principal, { ...input, since }, buffered, until)) {
      if (event.t === 'ops') seq = event.ops.at(-1)?.seq ?? seq;
      yield tracked(String(seq), event);
    }
  }),

  /** What the stream would begin with. */
  opsSince: memberProcedure
    .meta({ policy: 'member', background: true })
    .input(OpsSinceInput)
    .query(({ ctx, input }) => opsSince(ctx.app, input)),

  /** Where this tab is; asks for the lease on a cell. */
  presence: memberProcedure
    .meta({ policy: 'member', background: true })
    .input(PresenceInput)
    .output(PresenceOutput)
    .mutation(({ ctx, input }) => announce(ctx.app, ctx.principal, input)),

  /** The whole sheet. Not checked on its way out: it is as large as the sheet, and was checked on its way in. */
  state: memberProcedure.query(({ ctx }) => readState(ctx.app, ctx.principal)),

  /** Makes the sheet what the caller says, if it still is what they read. */
  saveState: memberProcedure
    .input(SaveStateInput)
    .output(SaveStateOutput)
    .mutation(({ ctx, input }) => saveState(ctx.app, ctx.principal, input)),

  /** What the funds hold, and how much there is of everything. */
  relationalSummary: memberProcedure.output(RelationalSummary).query(({ ctx }) => relationalSummary(ctx.app)),

  /** Who changed a row or a cell, newest first. */
  history: memberProcedure
    .input(HistoryInput)
    .output(HistoryOutput)
    .query(({ ctx, input }) => readHistory(ctx.app, input)),

  /** Notes, calls, meetings … with an investor. */
  communications: memberProcedure
    .input(CommunicationsInput)
    .output(CommunicationsOutput)
    .query(({ ctx, input }) => communicationsOf(ctx.app, input.row)),

  /** What would be lost if a column changed its type. */
  retypePreview: memberProcedure
    .input(RetypePreviewInput)
    .output(RetypePreview)
    .query(({ ctx, input }) => previewRetype(ctx.app, input)),

  /** The sheet, or what a view shows of it, as a file. */
  export: memberProcedure
    .input(ExportInput)
    .output(ExportOutput)
    .query(({ ctx, input }) => exportSheet(ctx.app, ctx.principal.userId, input)),
});
