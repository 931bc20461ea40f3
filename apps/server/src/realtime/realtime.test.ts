import { ClientId, ColumnId, Epoch, InvestorId, newId, random128, UserId } from '@crm/shared';
import type { LoggedOp, StreamEvent } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { createBus } from '../bus.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createChangeFeed } from './change-feed.ts';
import { createPresence } from './presence.ts';
import { createTokenBuckets } from './token-bucket.ts';

const epoch = random128(Epoch);
const op = (seq: number): LoggedOp => ({
  seq,
  op: { t: 'row.restore', row: newId(InvestorId) },
  clientId: null,
  mid: null,
  by: null,
  at: '2026-03-02T09:00:00.000Z',
  cause: null,
});

function feed() {
  const log: LoggedOp[] = [];
  const bus = createBus(() => undefined);
  const presence = createPresence(createFakeClock());
  const changes = createChangeFeed(
    bus,
    {
      position: () => ({ epoch, head: log.length, pruned: 0 }),
      opsSince: (since, limit) => log.slice(since, since + limit),
    },
    presence,
  );
  const commit = (count: number) => {
    const ops = Array.from({ length: count }, (_, n) => op(log.length + n + 1));
    log.push(...ops);
    bus.publish('ops', ops);
  };
  return { log, bus, changes, commit };
}

/** The next event but beats and presence. */
async function next(events: AsyncGenerator<StreamEvent, void>): Promise<StreamEvent | undefined> {
  for (;;) {
    const { value, done } = await events.next();
    if (done || !value) return undefined;
    if (value.t !== 'beat' && value.t !== 'presence') return value;
  }
}
const seqs = (event: StreamEvent | undefined) =>
  event?.t === 'ops' ? event.ops.map(({ seq }) => seq) : event;

describe('change feed', () => {
  it('I11 gives the backlog, then what comes, each op once', async () => {
    const { changes, commit } = feed();
    commit(3);
    const events = changes.follow({ epoch, since: 1 }, () => 0, new AbortController().signal);
    expect(seqs(await next(events))).toEqual([2, 3]);
    commit(2);
    expect(seqs(await next(events))).toEqual([4, 5]);
    await events.return();
    expect(changes.readers).toBe(0);
  });

  it('tells of ops that another process has written', async () => {
    const { changes, commit, bus, log } = feed();
    const events = changes.follow({ epoch, since: 0 }, () => 0, new AbortController().signal);
    const waiting = next(events);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(op(1), op(2));
    bus.publish('foreignWrite', null);
    expect(seqs(await waiting)).toEqual([1, 2]);
    log.push(op(3));
    commit(1);
    expect(seqs(await next(events))).toEqual([3, 4]);
  });

  it.for([
    ['another epoch', { epoch: random128(Epoch), since: 0 }, 'epoch'],
    ['a place that was never reached', { epoch, since: 9999 }, 'pruned'],
    ['a place too far back', { epoch, since: 0 }, 'behind'],
  ] as const)('sends for a snapshot from %s', async ([, start, reason]) => {
    const { changes, commit } = feed();
    commit(2500);
    const events = changes.follow(start, () => 0, new AbortController().signal);
    expect(await next(events)).toEqual({ t: 'resync', reason });
    expect((await events.next()).done).toBe(true);
    expect(changes.since(start)).toEqual([{ t: 'resync', reason }]);
  });

  it('F24 drops a reader that does not read, and keeps nothing for it', async () => {
    const { changes, commit } = feed();
    let buffered = 0;
    const events = changes.follow({ epoch, since: 0 }, () => buffered, new AbortController().signal);
    const first = next(events);
    await new Promise((resolve) => setImmediate(resolve));
    commit(1);
    expect(seqs(await first)).toEqual([1]);
    for (let n = 0; n < 3; n++) commit(900);
    expect(await next(events)).toEqual({ t: 'resync', reason: 'slow' });
    const slow = changes.follow({ epoch, since: 2701 }, () => buffered, new AbortController().signal);
    const waiting = next(slow);
    await new Promise((resolve) => setImmediate(resolve));
    buffered = 2_000_000;
    commit(1);
    expect(await waiting).toEqual({ t: 'resync', reason: 'slow' });
  });
});

describe('presence', () => {
  const cell = { row: newId(InvestorId), col: newId(ColumnId) };
  const tab = () => ({ clientId: random128(ClientId), userId: newId(UserId) });

  it('gives a cell to one tab, until it lets go, leaves or falls silent', () => {
    const clock = createFakeClock();
    const presence = createPresence(clock);
    const [a, b] = [tab(), tab()];
    expect(presence.announce({ ...a, cell, editing: true })).toEqual({ granted: true, holder: null });
    expect(presence.announce({ ...b, cell, editing: true })).toEqual({ granted: false, holder: a.userId });
    presence.announce({ ...a, cell, editing: false });
    expect(presence.announce({ ...b, cell, editing: true }).granted).toBe(true);
    presence.leave(b.clientId, b.userId);
    expect(presence.announce({ ...a, cell, editing: true }).granted).toBe(true);
    clock.advance(16_000);
    expect(presence.announce({ ...b, cell, editing: true }).granted).toBe(true);
    expect(presence.entries().map(({ clientId }) => clientId)).toEqual([b.clientId]);
  });

  it('lets nobody move or end the tab of another person', () => {
    const presence = createPresence(createFakeClock());
    const [a, b] = [tab(), tab()];
    presence.announce({ ...a, cell, editing: true });
    expect(presence.announce({ ...a, userId: b.userId, cell: null, editing: false }).granted).toBe(false);
    presence.leave(a.clientId, b.userId);
    expect(presence.entries()).toMatchObject([{ clientId: a.clientId, cell, editing: true }]);
  });
});

describe('token buckets', () => {
  it('fill again with time', () => {
    const clock = createFakeClock();
    const buckets = createTokenBuckets(clock, { capacity: 10, perSecond: 5 });
    buckets.take('ada', 10);
    expect(() => buckets.take('ada', 5)).toThrow(expect.objectContaining({ data: { retryAfter: 1000 } }));
    buckets.take('bob', 10);
    clock.advance(1000);
    buckets.take('ada', 5);
  });
});
