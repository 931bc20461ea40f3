import { PROTOCOL_VERSION } from '@crm/shared';
import type { CellRef, ClientId, Epoch, PushOutput, StreamEvent, UserId } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import type { Principal } from '../../principal.ts';
import { createChangeFeed } from '../../realtime/change-feed.ts';
import { perApp } from '../../realtime/per-app.ts';
import { createPresence } from '../../realtime/presence.ts';
import { createTokenBuckets } from '../../realtime/token-bucket.ts';
import { readCounters, readOpsSince } from './log.store.ts';
import { createPushQueue } from './push.usecases.ts';
import type { PushEnvelope } from './push.usecases.ts';

const pushQueue = perApp(createPushQueue);
const buckets = perApp((app) => createTokenBuckets(app.clock));
const presenceOf = perApp((app) => createPresence(app.clock));
/** What every stream of an application is fed from. */
export const feedOf = perApp((app) =>
  createChangeFeed(
    app.bus,
    {
      position() {
        const { epoch, headSeq, prunedSeq } = readCounters(app.db.reader, app.workspaceId);
        return { epoch, head: headSeq, pruned: prunedSeq };
      },
      opsSince: (since, limit) => readOpsSince(app.db.reader, app.workspaceId, since, limit),
    },
    presenceOf(app),
  ),
);
/** Open streams per tab: only when the last one ends is the tab gone. */
const streamsOf = perApp(() => new Map<ClientId, number>());

/**
 * Takes a push; the promise is kept once it is on disk.
 * @throws AppError RATE_LIMITED, TOO_LARGE, FORBIDDEN
 */
export async function push(app: AppContext, principal: Principal, input: PushEnvelope): Promise<PushOutput> {
  buckets(app).take(
    principal.userId,
    input.muts.reduce((sum, mutation) => sum + mutation.ops.length, 0),
  );
  // The feed must know the head of before, or its first reader would be told of a gap.
  feedOf(app);
  return pushQueue(app).push(principal, input);
}

/** Where a tab starts to listen. */
export interface StreamStart {
  readonly protocol: number;
  readonly epoch: Epoch;
  readonly clientId: ClientId;
  readonly since: number;
}

/** Everything that happens from `since` on (protocol §5), until `signal` ends it. */
export async function* stream(
  app: AppContext,
  principal: Principal,
  start: StreamStart,
  buffered: () => number,
  signal: AbortSignal,
): AsyncGenerator<StreamEvent, void> {
  if (start.protocol !== PROTOCOL_VERSION) {
    yield { t: 'resync', reason: 'epoch' };
    return;
  }
  const streams = streamsOf(app);
  const { clientId } = start;
  streams.set(clientId, (streams.get(clientId) ?? 0) + 1);
  try {
    yield* feedOf(app).follow(start, buffered, signal);
  } finally {
    const open = (streams.get(clientId) ?? 1) - 1;
    if (open > 0) streams.set(clientId, open);
    else {
      streams.delete(clientId);
      presenceOf(app).leave(clientId, principal.userId);
    }
  }
}

/** What a stream would begin with, for networks that let no socket through. */
export function opsSince(app: AppContext, start: StreamStart): StreamEvent[] {
  if (start.protocol !== PROTOCOL_VERSION) return [{ t: 'resync', reason: 'epoch' }];
  return feedOf(app).since(start);
}

/** Notes where a tab is. Bots see but hold no lease. */
export function announce(
  app: AppContext,
  principal: Principal,
  where: { clientId: ClientId; cell: CellRef | null; editing: boolean },
): { granted: boolean; holder: UserId | null } {
  const editing = where.editing && principal.role !== 'bot';
  return presenceOf(app).announce({ ...where, userId: principal.userId, editing });
}
