import { z } from 'zod';
import { WebSocket } from 'ws';
import type { TestServer } from './create-test-app.ts';

const Reply = z.object({
  result: z.object({ data: z.unknown().optional() }).optional(),
  error: z
    .object({
      message: z.string(),
      data: z.object({
        code: z.string(),
        httpStatus: z.number(),
        details: z.record(z.string(), z.unknown()),
      }),
    })
    .optional(),
});

/** What a call came to. `code` and `message` are set for errors. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly details: Record<string, unknown>;
  readonly headers: Headers;
}

/** Speaks to a test server as one browser does: keeps its cookie, names its origin. */
export interface Browser {
  /** The `Cookie` header it would send; '' when logged out. */
  readonly cookie: () => string;
  get(path: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Opens the stream's socket; rejects with the HTTP status when it is refused. */
  socket(headers?: Record<string, string>): Promise<WebSocket>;
}

export function createBrowser(server: Pick<TestServer, 'url' | 'port'>): Browser {
  let cookie = '';

  function sent(headers: Record<string, string>): Record<string, string> {
    return { origin: server.url, ...(cookie ? { cookie } : {}), ...headers };
  }

  async function call(url: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(url, init);
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = /Max-Age=0(;|$)/.test(set) ? '' : (set.split(';', 1)[0] ?? '');
    const { result, error } = Reply.parse(await response.json());
    return {
      status: response.status,
      data: result?.data,
      code: error?.data.code,
      message: error?.message,
      details: error?.data.details ?? {},
      headers: response.headers,
    };
  }

  return {
    cookie: () => cookie,
    get(path, input, headers = {}) {
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return call(`${server.url}/trpc/${path}${query}`, { headers: sent(headers) });
    },
    post(path, input, headers = {}) {
      return call(`${server.url}/trpc/${path}`, {
        method: 'POST',
        headers: sent({ 'content-type': 'application/json', ...headers }),
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      });
    },
    socket(headers = {}) {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}/trpc`, { headers: sent(headers) });
      return new Promise((resolve, reject) => {
        socket.once('open', () => resolve(socket));
        socket.once('unexpected-response', (_request, response) =>
          reject(new Error(String(response.statusCode))),
        );
        socket.once('error', reject);
      });
    },
  };
}
