import { fastify } from 'fastify';
import type { AddressInfo } from 'node:net';
import type { AppContext } from '../context.ts';
import { WEB_DIST } from '../paths.ts';
import { createOriginReader } from './address.ts';
import { commonHeaders } from './headers.ts';
import { registerPage } from './page.ts';
import { refuse } from './refusal.ts';
import { attachRpcSocket } from './rpc-socket.ts';
import { registerRpc } from './rpc-http.ts';
import { registerSnapshot } from './snapshot-route.ts';

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Stops taking requests, ends the open ones and every socket. */
  close(): Promise<void>;
}

/**
 * Serves page, RPC and health on one port.
 * @param webDir the built web app; a missing folder leaves only the page out
 */
export async function startServer(app: AppContext, webDir: string = WEB_DIST): Promise<RunningServer> {
  const originOf = createOriginReader(app.config);
  const server = fastify({
    // As long as a request line may be, so that an oversized batch is refused as one.
    routerOptions: { maxParamLength: 16_384 },
    forceCloseConnections: true,
    requestTimeout: 60_000,
    return503OnClosing: true,
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(commonHeaders(originOf(request.raw).secure));
  });
  server.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, status, 'TOO_LARGE', 'The request is too large.');
    if (status < 500) return refuse(reply, status, 'BAD_INPUT', 'The request is not understood.');
    app.log.error('In a request', error);
    return refuse(reply, 500, 'INTERNAL', 'Something went wrong on the server.');
  });
  server.get('/health', (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const ok = isDatabaseUp(app);
    return reply.code(ok ? 200 : 503).send({ ok });
  });
  await server.register(async (scope) => registerRpc(scope, app, originOf));
  await server.register(async (scope) => registerSnapshot(scope, app, originOf));
  await registerPage(server, webDir, originOf);
  const detach = attachRpcSocket(server.server, app, originOf);
  await server.listen({ host: app.config.host, port: app.config.port });

  return {
    port: portOf(server.server.address()),
    async close() {
      detach();
      await server.close();
    },
  };
}

function isDatabaseUp(app: AppContext): boolean {
  try {
    return app.db.reader.reading('SELECT 1').get() !== undefined;
  } catch (error) {
    app.log.error('The database does not answer', error);
    return false;
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address) return address.port;
  throw new Error('The server has no port.');
}
