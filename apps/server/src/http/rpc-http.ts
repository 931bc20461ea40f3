import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../context.ts';
import { findPrincipal } from '../modules/auth/sessions.usecases.ts';
import { appRouter } from '../rpc/app-router.ts';
import { publicError } from '../rpc/errors.ts';
import type { createOriginReader } from './address.ts';
import { sessionCookie } from './cookies.ts';
import { isJson, isOwnOrigin } from './csrf.ts';
import { isTooDeep } from './json-depth.ts';
import { refuse } from './refusal.ts';
import { requestContext } from './request-context.ts';
import { logUnexpected } from '../rpc/unexpected.ts';

const MB = 1024 * 1024;
const BODY_LIMIT = MB;
/** Calls that carry a file or a whole sheet; only who is logged in may send that much (S23). */
const LARGE_BODIES = new Map([
  ['importing.begin', 16 * MB],
  ['fundraising.saveState', 16 * MB],
]);
/** Calls in one request (S4). */
export const MAX_BATCH = 10;

/** Serves the router over HTTP below `/trpc/`. */
export function registerRpc(
  fastify: FastifyInstance,
  app: AppContext,
  originOf: ReturnType<typeof createOriginReader>,
): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (isTooDeep(String(body)))
      done(Object.assign(new Error('The JSON is nested too deeply.'), { statusCode: 400 }));
    else done(null, body);
  });

  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return guard(request, reply);
  });

  function guard(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'POST')
      return refuse(reply, 405, 'BAD_INPUT', 'Only GET and POST are taken.');
    if (!isOwnOrigin(request.raw, originOf(request.raw), app.config.publicUrl)) {
      return refuse(reply, 403, 'FORBIDDEN', 'This request comes from another site.');
    }
    if (headers['content-encoding'] && headers['content-encoding'] !== 'identity') {
      return refuse(reply, 413, 'TOO_LARGE', 'Compressed requests are not taken.');
    }
    if (method === 'POST' && !isJson(headers['content-type'])) {
      return refuse(reply, 415, 'BAD_INPUT', 'Only application/json is taken.');
    }
    const calls = pathOf(request).split(',');
    if (calls.length > MAX_BATCH)
      return refuse(reply, 400, 'BAD_INPUT', `At most ${MAX_BATCH} calls fit in a batch.`);
    if (calls.length > 1 && calls.some((call) => call.startsWith('auth.'))) {
      return refuse(reply, 400, 'BAD_INPUT', 'Calls of auth cannot be batched.');
    }
    return undefined;
  }

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const context = requestContext(app, request.raw, originOf(request.raw));
    const { localPort = app.config.port } = request.socket;
    await fastifyRequestHandler({
      router: appRouter,
      req: request,
      res: reply,
      path: pathOf(request),
      maxBatchSize: MAX_BATCH,
      responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
      onError: (failure) => logUnexpected(app.log, failure),
      createContext: () => ({
        ...context,
        socket: null,
        setSessionCookie: (token) => {
          reply.header('set-cookie', sessionCookie(token, context.secure, localPort));
        },
      }),
    });
  }

  for (const [path, bodyLimit] of LARGE_BODIES) {
    fastify.route({
      method: 'POST',
      url: `/trpc/${path}`,
      bodyLimit,
      onRequest: async (request, reply) => {
        const { token } = requestContext(app, request.raw, originOf(request.raw));
        if (!reply.sent && !findPrincipal(app, token))
          return refuse(reply, 401, 'UNAUTHENTICATED', 'Log in to go on.');
      },
      handler: handle,
    });
  }
  const methods = fastify.supportedMethods;
  fastify.route({ method: methods, url: '/trpc/:path', bodyLimit: BODY_LIMIT, handler: handle });
}

/** Says in the standard header, too, how long a caller must wait. */
function retryAfter(errors: readonly unknown[]): Record<string, string> {
  const { retryAfter: seconds } = publicError(errors[0]).details;
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
}

/** `auth.login`, or several joined by commas. */
function pathOf(request: FastifyRequest): string {
  return decodeURIComponent(request.url.slice('/trpc/'.length).split('?', 1)[0] ?? '');
}
