/**
 * The way to the server: `rpc` for calls from code, `api` for React Query, `socket()` for the stream.
 * Calls are not batched: a batching link waits for a timer before it sends.
 */
import type { AppRouter } from '@crm/server/router';
import { QueryClient } from '@tanstack/react-query';
import {
  createTRPCClient,
  createWSClient,
  httpLink,
  TRPCClientError,
  type TRPCLink,
  type TRPCWebSocketClient,
} from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { socketDelay } from './app/socket-delay.ts';

type Heard = 'open' | 'closed' | 'unauthenticated';
const listeners = new Set<(event: Heard) => void>();
const tell = (event: Heard) => {
  for (const listener of listeners) listener(event);
};

/** Hears the socket open and close, and every answer that says the session is over. Returns the way to stop. */
export function onConnection(listener: (event: Heard) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notices a refused session, whoever made the call. */
const watchSession: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) =>
      next(op).subscribe({
        ...observer,
        error(error) {
          if (error.data?.code === 'UNAUTHENTICATED' && op.path !== 'auth.login') tell('unauthenticated');
          observer.error(error);
        },
      }),
    );

export const rpc = createTRPCClient<AppRouter>({ links: [watchSession, httpLink({ url: '/trpc' })] });

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal will not change by asking again; a lost connection may.
      retry: (failures, error) => failures < 2 && !(error instanceof TRPCClientError && error.data),
    },
  },
});

export const api = createTRPCOptionsProxy<AppRouter>({ client: rpc, queryClient });

let current: TRPCWebSocketClient | null = null;

/** The tab's one WebSocket, opened at first use and again by itself when it breaks. Give it to `wsLink`. */
export function socket(): TRPCWebSocketClient {
  current ??= createWSClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/trpc`,
    retryDelayMs: socketDelay,
    keepAlive: { enabled: true, intervalMs: 20_000, pongTimeoutMs: 5_000 },
    onOpen: () => tell('open'),
    onClose: () => tell('closed'),
  });
  return current;
}

/** Closes the socket for good, at logout; the next `socket()` opens a new one. */
export function closeSocket(): void {
  void current?.close();
  current = null;
}
