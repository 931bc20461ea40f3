import type { WebSocket } from 'ws';
import type { AppContext } from '../context.ts';

/** What a procedure knows of the request that called it. */
export interface RpcContext {
  readonly app: AppContext;
  /** The session token of the cookie; whether it is good for anything is asked at every call. */
  readonly token: string | null;
  /** The client's address, seen through trusted proxies only. */
  readonly address: string;
  readonly userAgent: string;
  /** Where the client reached the server, e.g. `https://crm.example`, for links. */
  readonly origin: string;
  /** The connection, for streams; null over HTTP. */
  readonly socket: WebSocket | null;
  /** Gives or (null) takes the session cookie; null over a WebSocket, where no header can be set. */
  readonly setSessionCookie: ((token: string | null) => void) | null;
}
