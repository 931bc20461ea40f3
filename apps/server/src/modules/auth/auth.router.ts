import {
  AcceptInput,
  ChangePasswordInput,
  InvitationInput,
  InvitationOutput,
  LoginInput,
  MeOutput,
  Person,
  ProfileInput,
  RevokeSessionInput,
  SessionInfo,
  SetupInput,
} from '@crm/shared/contract/auth';
import { z } from 'zod';
import type { RpcContext } from '../../rpc/request.ts';
import { botProcedure, publicProcedure, router } from '../../rpc/trpc.ts';
import { acceptInvitation, describeInvitation } from './invitations.usecases.ts';
import { logIn, logOut, whoAmI } from './login.usecases.ts';
import { changePassword } from './passwords.usecases.ts';
import { listPeople } from './people.usecases.ts';
import { listSessions, revokeOtherSessions, revokeSession, updateProfile } from './profile.usecases.ts';
import { setUp } from './setup.usecases.ts';

/** Puts the new session into the cookie; an older one of this browser ends. */
function admit(ctx: RpcContext, token: string): void {
  logOut(ctx.app, ctx.token);
  ctx.setSessionCookie?.(token);
}

export const authRouter = router({
  me: publicProcedure.output(MeOutput).query(({ ctx }) => whoAmI(ctx.app, ctx.token)),

  setup: publicProcedure
    .input(SetupInput)
    .mutation(async ({ ctx, input }) => admit(ctx, await setUp(ctx.app, input, ctx))),

  login: publicProcedure
    .input(LoginInput)
    .mutation(async ({ ctx, input }) => admit(ctx, await logIn(ctx.app, input, ctx))),

  logout: publicProcedure.mutation(({ ctx }) => {
    logOut(ctx.app, ctx.token);
    ctx.setSessionCookie?.(null);
  }),

  invitation: publicProcedure
    .input(InvitationInput)
    .output(InvitationOutput)
    .mutation(({ ctx, input }) => describeInvitation(ctx.app, input.token)),

  acceptInvitation: publicProcedure
    .input(AcceptInput)
    .mutation(async ({ ctx, input }) => admit(ctx, await acceptInvitation(ctx.app, input, ctx))),

  /** Everyone, for person cells, presence and history. */
  people: botProcedure.output(z.array(Person)).query(({ ctx }) => listPeople(ctx.app.db.reader)),

  updateProfile: botProcedure
    .input(ProfileInput)
    .mutation(({ ctx, input }) => updateProfile(ctx.app, ctx.principal, input)),

  changePassword: botProcedure
    .input(ChangePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.app, ctx.principal, input, ctx.address)),

  sessions: botProcedure
    .output(z.array(SessionInfo))
    .query(({ ctx }) => listSessions(ctx.app, ctx.principal)),

  revokeSession: botProcedure
    .input(RevokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx.app, ctx.principal, input.id)),

  revokeOtherSessions: botProcedure
    .output(z.object({ ended: z.number().int() }))
    .mutation(({ ctx }) => ({ ended: revokeOtherSessions(ctx.app, ctx.principal) })),
});
