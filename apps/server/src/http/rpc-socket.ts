import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { AppContext } from '../context.ts';
import { findPrincipal } from '../modules/auth/sessions.usecases.ts';
import { appRouter } from '../rpc/app-router.ts';
import type { createOriginReader } from './address.ts';
import { isOwnOrigin } from './csrf.ts';
import { isTooDeep } from './json-depth.ts';
import { requestContext } from './request-context.ts';
import { MAX_BATCH } from './rpc-http.ts';
import { logUnexpected } from '../rpc/unexpected.ts';

const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Serves the router over WebSockets at `/trpc`, for people who are logged in. Returns the function that stops it. */
export function attachRpcSocket(
  server: Server,
  app: AppContext,
  originOf: ReturnType<typeof createOriginReader>,
): () => void {
  // Compression costs memory per connection and time on the path of every edit.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  /** A handler of its own, so that every call knows the connection it came by. */
  function serve(socket: WebSocket, request: IncomingMessage): void {
    const handler = getWSConnectionHandler({
      wss: sockets,
      router: appRouter,
      createContext: () => ({
        ...requestContext(app, request, originOf(request)),
        socket,
        setSessionCookie: null,
      }),
      keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 },
      experimental_encoder: { encode: (data) => JSON.stringify(data), decode },
      onError: (failure) => logUnexpected(app.log, failure),
    });
    handler(socket, request);
  }

  function onUpgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const from = originOf(request);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/trpc') return deny(stream, 404);
    if (request.headers.origin === undefined && request.headers.cookie === undefined)
      return deny(stream, 401);
    if (!isOwnOrigin(request, from, app.config.publicUrl)) return deny(stream, 403);
    const principal = findPrincipal(app, requestContext(app, request, from).token);
    if (!principal) return deny(stream, 401);
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => {
      app.sockets.add(principal.sessionId, socket);
      serve(socket, request);
    });
  }

  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    app.sockets.closeAll();
    sockets.close();
  };
}

function deny(stream: Duplex, status: number): void {
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** One frame is one call or a small batch; what it holds is checked by each procedure's schema. */
function decode(data: string | ArrayBuffer | Uint8Array): unknown {
  if (typeof data !== 'string') throw new Error('Only text is taken.');
  if (isTooDeep(data)) throw new Error('The JSON is nested too deeply.');
  const message: unknown = JSON.parse(data);
  if (Array.isArray(message) && message.length > MAX_BATCH) throw new Error('Too many calls in one message.');
  return message;
}
