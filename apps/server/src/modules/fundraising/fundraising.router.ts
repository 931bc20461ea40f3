import { Mutation, PUSH_LIMITS, PushInput } from '@crm/shared';
import { OpsSinceInput, PresenceInput, PresenceOutput, StreamInput } from '@crm/shared/contract/fundraising';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { memberProcedure, router } from '../../rpc/trpc.ts';
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
});
