import { AppError } from '@crm/shared';
import { initTRPC } from '@trpc/server';
import { requirePrincipal } from '../modules/auth/sessions.usecases.ts';
import { publicError, rpcCodeOf } from './errors.ts';
import { allows, type Policy } from './policy.ts';
import type { RpcContext } from './request.ts';

/** What a procedure declares of itself; one without a policy answers nobody (S7). */
export interface ProcedureMeta {
  readonly policy?: Policy;
  /** Called by the page by itself: does not count as a person's activity. */
  readonly background?: boolean;
}

const t = initTRPC
  .context<RpcContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const { message, code, httpStatus, details } = publicError(error);
      const rpcCode = rpcCodeOf({ message, code, httpStatus, details });
      return { ...shape, message, code: rpcCode, data: { code, httpStatus, details } };
    },
  });

export const router = t.router;

/** Who may call is asked of the database at every call, so that a change of role holds from the next call on. */
const guarded = t.procedure.use(({ ctx, meta, type, next }) => {
  if (!meta?.policy) throw new AppError('FORBIDDEN', 'Nobody may do this.');
  if (type === 'subscription' && !ctx.socket) throw new AppError('BAD_INPUT', 'A stream needs a WebSocket.');
  if (type === 'mutation' && meta.policy === 'public' && !ctx.setSessionCookie) {
    throw new AppError('BAD_INPUT', 'This is called over HTTP.');
  }
  return next();
});

const signedIn = guarded.use(({ ctx, meta, next }) => {
  const principal = requirePrincipal(ctx.app, ctx.token, !meta?.background);
  if (!meta?.policy || !allows(meta.policy, principal.role)) {
    throw new AppError('FORBIDDEN', 'You may not do this.');
  }
  return next({ ctx: { ...ctx, principal } });
});

/** Anyone, signed in or not. Mutations are taken over HTTP only. */
export const publicProcedure = guarded.meta({ policy: 'public' });
/** Bots, members and admins. */
export const botProcedure = signedIn.meta({ policy: 'bot' });
/** Members and admins. */
export const memberProcedure = signedIn.meta({ policy: 'member' });
/** Admins. */
export const adminProcedure = signedIn.meta({ policy: 'admin' });
