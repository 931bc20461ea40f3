import {
  BeginInput,
  BeginOutput,
  ImportInput,
  ImportStatus,
  PlanInput,
  PlanOutput,
  RejectedOutput,
  UndoOutput,
} from '@crm/shared/contract/importing';
import { z } from 'zod';
import { actorOf } from '../../principal.ts';
import { memberProcedure, router } from '../../rpc/trpc.ts';
import { apply } from './apply.usecases.ts';
import { list, rejected, status } from './importing.usecases.ts';
import { begin, plan } from './plan.usecases.ts';
import { undo } from './undo.usecases.ts';

export const importingRouter = router({
  /** Takes a file and says what is in it; nothing is changed. */
  begin: memberProcedure
    .input(BeginInput)
    .output(BeginOutput)
    .mutation(({ ctx, input }) => {
      const bytes = Buffer.from(input.base64, 'base64');
      return begin(ctx.app, ctx.principal.userId, { fileName: input.fileName, bytes });
    }),

  /** The dry run. */
  plan: memberProcedure
    .input(PlanInput)
    .output(PlanOutput)
    .mutation(({ ctx, input }) => plan(ctx.app, ctx.principal.userId, input)),

  /** Starts the import; `status` and the stream tell how it goes on. */
  start: memberProcedure.input(ImportInput).mutation(({ ctx, input }) => {
    void apply(ctx.app, ctx.principal.userId, input.id);
  }),

  /** Takes back what the import did, except for what was edited since. */
  undo: memberProcedure
    .input(ImportInput)
    .output(UndoOutput)
    .mutation(({ ctx, input }) => undo(ctx.app, actorOf(ctx.principal), input.id)),

  status: memberProcedure
    .meta({ policy: 'member', background: true })
    .input(ImportInput)
    .output(ImportStatus)
    .query(({ ctx, input }) => status(ctx.app, input.id)),

  list: memberProcedure.output(z.array(ImportStatus)).query(({ ctx }) => list(ctx.app)),

  /** The rows that were not taken, as a CSV file. */
  rejected: memberProcedure
    .input(ImportInput)
    .output(RejectedOutput)
    .query(({ ctx, input }) => rejected(ctx.app, input.id)),
});
