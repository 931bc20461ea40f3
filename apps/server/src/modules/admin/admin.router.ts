import {
  InviteInput,
  InviteOutput,
  PeopleOutput,
  RevokeInvitationInput,
  SetRoleInput,
  UserInput,
  WorkspaceInput,
} from '@crm/shared/contract/auth';
import { z } from 'zod';
import { actorOf } from '../../principal.ts';
import { adminProcedure, router } from '../../rpc/trpc.ts';
import {
  deactivate,
  invite,
  people,
  reactivate,
  revokeSessions,
  setRole,
  setWorkspace,
  withdrawInvitation,
} from './admin.usecases.ts';

export const adminRouter = router({
  people: adminProcedure.output(PeopleOutput).query(({ ctx }) => people(ctx.app)),

  invite: adminProcedure
    .input(InviteInput)
    .output(InviteOutput)
    .mutation(({ ctx, input }) => invite(ctx.app, actorOf(ctx.principal), input, ctx.origin)),

  revokeInvitation: adminProcedure
    .input(RevokeInvitationInput)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.app, actorOf(ctx.principal), input.id)),

  setRole: adminProcedure
    .input(SetRoleInput)
    .mutation(({ ctx, input }) => setRole(ctx.app, actorOf(ctx.principal), input.userId, input.role)),

  deactivate: adminProcedure
    .input(UserInput)
    .mutation(({ ctx, input }) => deactivate(ctx.app, actorOf(ctx.principal), input.userId)),

  reactivate: adminProcedure
    .input(UserInput)
    .mutation(({ ctx, input }) => reactivate(ctx.app, actorOf(ctx.principal), input.userId)),

  revokeSessions: adminProcedure
    .input(UserInput)
    .output(z.object({ ended: z.number().int() }))
    .mutation(({ ctx, input }) => ({
      ended: revokeSessions(ctx.app, actorOf(ctx.principal), input.userId),
    })),

  workspace: adminProcedure
    .input(WorkspaceInput)
    .mutation(({ ctx, input }) => setWorkspace(ctx.app, actorOf(ctx.principal), input)),
});
