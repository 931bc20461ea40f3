import type { IncomingMessage } from 'node:http';
import type { AppContext } from '../context.ts';
import type { RpcContext } from '../rpc/request.ts';
import type { Origin } from './address.ts';
import { cookieName, readCookie } from './cookies.ts';

/** The part of a call's context that HTTP requests and socket upgrades share. */
export type RequestContext = Omit<RpcContext, 'socket' | 'setSessionCookie'> & { readonly secure: boolean };

export function requestContext(app: AppContext, request: IncomingMessage, from: Origin): RequestContext {
  const port = request.socket.localPort ?? app.config.port;
  const host = /^[\w.:[\]-]+$/.test(from.host) ? from.host : `localhost:${port}`;
  return {
    app,
    token: readCookie(request.headers.cookie, cookieName(from.secure, port)),
    address: from.address,
    userAgent: request.headers['user-agent'] ?? '',
    origin: app.config.publicUrl?.origin ?? `${from.secure ? 'https' : 'http'}://${host}`,
    secure: from.secure,
  };
}
