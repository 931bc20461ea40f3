import { TransportError } from '@crm/grid/sync';
import type { Transport } from '@crm/grid/sync';
import { Communication, PushOutput, StreamEvent } from '@crm/shared';
import type { ErrorCode } from '@crm/shared';
import { PresenceOutput } from '@crm/shared/contract/fundraising';
import { createTRPCClient, wsLink } from '@trpc/client';
import type { AppRouter } from '@crm/server/router';
import { z } from 'zod';
import { onConnection, socket } from '../../../rpc.ts';
import { ask, order } from './calls.ts';
import { transportError } from './errors.ts';
import { linesOf } from './lines.ts';

async function failing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw transportError(error);
  }
}

const REFUSALS: Record<number, ErrorCode> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED' };

async function* snapshot(first: readonly string[]): AsyncGenerator {
  let response: Response;
  try {
    response = await fetch(`/sheet/snapshot?first=${first.join(',')}`, { credentials: 'same-origin' });
  } catch (error) {
    throw transportError(error);
  }
  if (!response.ok || !response.body)
    throw new TransportError(REFUSALS[response.status] ?? 'UNAVAILABLE', 'The sheet could not be fetched.');
  try {
    for await (const line of linesOf(response.body)) yield JSON.parse(line);
  } catch (error) {
    throw transportError(error);
  }
}

/** The session's way to this server: the sheet as lines, the stream over the socket, edits by plain calls. */
export function browserTransport(): Transport {
  return {
    push: (input) => failing(order('fundraising.push', input, PushOutput)),
    opsSince: (start) => failing(ask('fundraising.opsSince', start, z.array(StreamEvent))),
    presence: (input) => failing(order('fundraising.presence', input, PresenceOutput)),
    communications: (row) => failing(ask('fundraising.communications', { row }, z.array(Communication))),
    snapshot,
    stream(start, handlers) {
      const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket() })] });
      let over = false;
      const end = (error: TransportError) => {
        if (over) return;
        stop();
        handlers.closed(error);
      };
      const subscription = client.fundraising.stream.subscribe(start, {
        onData(item) {
          if (over) return;
          const event = StreamEvent.safeParse(item.data);
          if (event.success) handlers.event(event.data);
          else
            end(new TransportError('UNAVAILABLE', 'The server sent something that this page does not know.'));
        },
        onError: (error) => end(transportError(error)),
        onComplete: () => end(new TransportError('OFFLINE', 'The stream ended.')),
      });
      const deaf = onConnection((event) => {
        if (event === 'closed') end(new TransportError('OFFLINE', 'The connection was lost.'));
      });
      const stop = () => {
        over = true;
        deaf();
        subscription.unsubscribe();
      };
      return stop;
    },
  };
}
