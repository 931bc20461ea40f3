import { HEARTBEAT_MS, MAX_CATCH_UP_OPS } from '@crm/shared';
import type { Epoch, LoggedOp, StreamEvent } from '@crm/shared';
import type { Bus } from '../bus.ts';
import { Outlet, type Buffered } from './outlet.ts';
import type { Presence } from './presence.ts';

/** Presence is told at most this often, in milliseconds: a crowd that moves costs no more than one that types. */
const PRESENCE_EVERY = 200;

/** Where the log stands and what is in it, asked of the database. */
export interface LogReader {
  position(): { epoch: Epoch; head: number; pruned: number };
  opsSince(since: number, limit: number): LoggedOp[];
}

/** Where a reader wants to go on. */
export interface FeedStart {
  readonly epoch: Epoch;
  readonly since: number;
}

/** Hands committed ops and everything else that changes to every reader (protocol §5). */
export interface ChangeFeed {
  /** Everything after `since`, without a gap, until `signal` ends it or a `resync` does. */
  follow(start: FeedStart, buffered: Buffered, signal: AbortSignal): AsyncGenerator<StreamEvent, void>;
  /** What `follow` would begin with, and a beat. */
  since(start: FeedStart): StreamEvent[];
  /** Tells every reader where the log stands; done every ten seconds. */
  beat(): void;
  /** Readers at this moment. */
  readonly readers: number;
  close(): void;
}

export function createChangeFeed(bus: Bus, log: LogReader, presence: Presence): ChangeFeed {
  const outlets = new Set<Outlet>();
  let last = log.position();
  let presenceTimer: NodeJS.Timeout | null = null;

  const toAll = (event: StreamEvent) => {
    for (const outlet of outlets) outlet.put(event);
  };
  const resyncAll = (reason: Extract<StreamEvent, { t: 'resync' }>['reason']) => {
    last = log.position();
    for (const outlet of outlets) outlet.resync(reason);
  };

  /** What another process has written, or what came before ops that were published: nobody may miss it. */
  function catchUp(): void {
    const now = log.position();
    if (now.epoch !== last.epoch) return resyncAll('epoch');
    if (now.head === last.head) return;
    if (now.head - last.head > MAX_CATCH_UP_OPS || now.pruned > last.head) return resyncAll('import');
    deliver(log.opsSince(last.head, MAX_CATCH_UP_OPS));
  }

  function deliver(ops: readonly LoggedOp[]): void {
    const head = ops.at(-1)?.seq;
    if (head === undefined) return;
    last = { ...last, head };
    for (const outlet of outlets) outlet.ops(ops);
  }

  const stops = [
    bus.on('ops', (ops) => {
      const first = ops[0]?.seq ?? 0;
      if (first === last.head + 1) deliver(ops);
      else if (first > last.head) catchUp();
    }),
    bus.on('resync', resyncAll),
    bus.on('foreignWrite', catchUp),
    bus.on('changed', (what) => toAll({ t: 'changed', what })),
    presence.onChange(() => {
      presenceTimer ??= setTimeout(() => {
        presenceTimer = null;
        toAll({ t: 'presence', entries: [...presence.entries()] });
      }, PRESENCE_EVERY).unref();
    }),
  ];
  function beat(): void {
    if (outlets.size === 0) return;
    presence.sweep();
    toAll({ t: 'beat', epoch: last.epoch, head: last.head });
  }
  const heart = setInterval(beat, HEARTBEAT_MS).unref();

  function backlog({ epoch, since }: FeedStart): StreamEvent[] {
    const now = log.position();
    if (epoch !== now.epoch) return [{ t: 'resync', reason: 'epoch' }];
    if (since < now.pruned || since > now.head) return [{ t: 'resync', reason: 'pruned' }];
    if (now.head - since > MAX_CATCH_UP_OPS) return [{ t: 'resync', reason: 'behind' }];
    const ops = since === now.head ? [] : log.opsSince(since, MAX_CATCH_UP_OPS);
    return ops.length === 0 ? [] : [{ t: 'ops', ops }];
  }

  return {
    beat,
    get readers() {
      return outlets.size;
    },
    async *follow(start, buffered, signal) {
      const outlet = new Outlet(buffered);
      const stop = () => outlet.end();
      // The listener first, then the backlog: what is committed in between comes twice and is told apart by its seq.
      outlets.add(outlet);
      signal.addEventListener('abort', stop, { once: true });
      try {
        let sent = start.since;
        for (const event of backlog(start)) {
          yield event;
          if (event.t === 'resync') return;
          if (event.t === 'ops') sent = event.ops.at(-1)?.seq ?? sent;
        }
        yield { t: 'beat', epoch: start.epoch, head: sent };
        yield { t: 'presence', entries: [...presence.entries()] };
        for (let event = await outlet.next(); event; event = await outlet.next()) {
          if (event.t === 'ops') {
            const ops = event.ops.filter((op) => op.seq > sent);
            if (ops.length === 0) continue;
            sent = ops.at(-1)?.seq ?? sent;
            yield { t: 'ops', ops };
          } else if (event.t === 'beat') yield { ...event, head: Math.max(event.head, sent) };
          else yield event;
          if (event.t === 'resync') return;
        }
      } finally {
        outlets.delete(outlet);
        signal.removeEventListener('abort', stop);
      }
    },
    since(start) {
      const events = backlog(start);
      if (events[0]?.t === 'resync') return events;
      const { epoch, head } = log.position();
      return [...events, { t: 'beat', epoch, head }];
    },
    close() {
      clearInterval(heart);
      if (presenceTimer) clearTimeout(presenceTimer);
      for (const stop of stops) stop();
      for (const outlet of outlets) outlet.end();
    },
  };
}
