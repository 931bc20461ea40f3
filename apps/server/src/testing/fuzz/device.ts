import { columnTypes } from '@crm/grid';
import { openSession, type OwnedSession } from '@crm/grid/sync';
import { ClientId, random128 } from '@crm/shared';
import type { Epoch } from '@crm/shared';
import type { Principal } from '../../principal.ts';
import { Actor } from './actor.ts';
import type { Faults } from './faults.ts';
import type { FuzzServer } from './fuzz-server.ts';
import { MemoryStore } from './memory-store.ts';
import { Network, type Weather } from './network.ts';
import type { Random } from './random.ts';
import { VirtualTimers } from './virtual-timers.ts';

/** What the author of a guarded write was shown: the version, or -1 for a write of one's own. */
export type SeenVersions = Map<string, readonly (number | null)[]>;

/** One person's browser: storage, network, and a page that may be closed and opened again. */
export class Device {
  readonly timers = new VirtualTimers();
  readonly store = new MemoryStore();
  readonly network: Network;
  readonly principal: Principal;
  /** By mutation; null for ops without a guard. */
  readonly seen: SeenVersions = new Map();
  /** Mutations that took something back. */
  readonly undos = new Set<string>();
  readonly problems: string[] = [];
  session: OwnedSession;
  readonly #random: Random;
  readonly #actor: Actor;
  #page: { alive: boolean };
  #clientId = random128(ClientId);
  #position: { epoch: Epoch | null; seq: number } = { epoch: null, seq: 0 };

  constructor(server: FuzzServer, name: string, random: Random, faults: Faults, weather: Weather) {
    this.principal = server.person(name);
    this.#random = random;
    this.#actor = new Actor(random, name);
    this.network = new Network(server, this.principal, random, faults, weather);
    this.#page = { alive: true };
    this.session = this.#open([]);
  }

  /** One edit, undo, redo or decision about the tray. */
  act(): void {
    const { session } = this;
    if (session.position.epoch === null || session.phase === 'opening') return;
    const dice = this.#random.next();
    if (dice < 0.78) {
      const ops = this.#actor.edit(session);
      this.#watch(false, () => session.commit(ops, 'Edit'));
    } else if (dice < 0.88) this.#watch(true, () => session.undo());
    else if (dice < 0.92) this.#watch(true, () => session.redo());
    else {
      const item = this.#random.pick(session.tray());
      if (!item) return;
      const choice = this.#random.below(4);
      if (choice < 2) this.#watch(false, () => session.keepMine(item.id));
      else if (choice === 2) this.#watch(false, () => session.restoreAndApply(item.id));
      else session.discard(item.id);
    }
  }

  /** Closes the page and opens it again, as the same tab or as a new one that finds what the old one left. */
  reload(): void {
    this.#page.alive = false;
    this.session.close();
    this.network.pageGone();
    const asNewTab = this.#random.chance(0.4);
    const orphans = this.store.clients().filter((id) => id !== this.#clientId);
    if (asNewTab) {
      orphans.push(this.#clientId);
      this.#clientId = random128(ClientId);
    }
    this.#page = { alive: true };
    this.session = this.#open(orphans);
    this.#position = { epoch: null, seq: 0 };
  }

  /** Within an epoch a page's history only grows (I11). */
  checkPosition(): void {
    const { epoch, seq } = this.session.position;
    const before = this.#position;
    if (epoch !== null && epoch === before.epoch && seq < before.seq)
      this.problems.push(`I11: the base went back from ${before.seq} to ${seq}`);
    this.#position = { epoch, seq };
  }

  #open(orphans: readonly ClientId[]): OwnedSession {
    const { timers, store, network, principal } = this;
    const page = this.#page;
    const types = columnTypes(() => ({
      locale: 'en-US',
      timeZone: 'UTC',
      now: new Date(timers.now()),
      person: () => undefined,
      people: () => [],
      contact: () => undefined,
      findContacts: () => [],
    }));
    return openSession({
      transport: network.transport(page),
      store,
      timers: { ...timers, after: (ms, run) => timers.after(ms, () => page.alive && run()) },
      random: this.#random.next,
      types,
      userId: principal.userId,
      clientId: this.#clientId,
      orphans,
      onClientId: (clientId) => (this.#clientId = clientId),
    });
  }

  /** Notes what the page showed for each guarded write of the mutations that `act` makes. */
  #watch(isUndo: boolean, act: () => void): void {
    const { view } = this.session;
    const shown = new Map<string, number>();
    for (const column of view.columns())
      for (let slot = 0; slot < view.slotCount; slot++)
        if (view.isLive(slot))
          shown.set(`${view.rowAt(slot).id} ${column.id}`, view.version(slot, column.id));
    const before = new Set(this.store.everKept.keys());
    act();
    for (const [key, { ops }] of this.store.everKept) {
      if (before.has(key)) continue;
      this.seen.set(
        key,
        ops.map((op) => (op.t === 'cell.set' ? (shown.get(`${op.row} ${op.col}`) ?? null) : null)),
      );
      if (isUndo) this.undos.add(key);
    }
  }
}
