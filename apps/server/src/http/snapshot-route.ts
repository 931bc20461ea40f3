import { AppError, ColumnId } from '@crm/shared';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import type { AppContext } from '../context.ts';
import { findPrincipal } from '../modules/auth/sessions.usecases.ts';
import { snapshotsOf } from '../modules/fundraising/snapshot.usecases.ts';
import { allows } from '../rpc/policy.ts';
import type { createOriginReader } from './address.ts';
import { isOwnOrigin } from './csrf.ts';
import { refuse } from './refusal.ts';
import { requestContext } from './request-context.ts';

/** Columns that may be asked for first. */
const MAX_FIRST = 100;

/** Serves the whole sheet as lines of JSON at `/sheet/snapshot?first=<column ids>`, to members. */
export function registerSnapshot(
  fastify: FastifyInstance,
  app: AppContext,
  originOf: ReturnType<typeof createOriginReader>,
): void {
  fastify.get<{ Querystring: { first?: string } }>('/sheet/snapshot', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const from = originOf(request.raw);
    if (!isOwnOrigin(request.raw, from, app.config.publicUrl))
      return refuse(reply, 403, 'FORBIDDEN', 'This request comes from another site.');
    const principal = findPrincipal(app, requestContext(app, request.raw, from).token);
    if (!principal) return refuse(reply, 401, 'UNAUTHENTICATED', 'Log in to go on.');
    if (!allows('member', principal.role)) return refuse(reply, 403, 'FORBIDDEN', 'You may not do this.');
    const asked = typeof request.query.first === 'string' ? request.query.first.split(',') : [];
    const first = asked.slice(0, MAX_FIRST).filter((id) => ColumnId.safeParse(id).success);
    const lines = Readable.from(snapshotsOf(app).lines(first), { objectMode: false });
    lines.on('error', (error) => {
      if (!(error instanceof AppError)) app.log.error('While sending a snapshot', error);
    });
    return reply.type('application/x-ndjson; charset=utf-8').send(lines);
  });
  snapshotsOf(app).warm();
}
