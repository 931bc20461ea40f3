import { ClientId, ColumnId, Epoch, InvestorId, newId, random128, UserId } from '@crm/shared';
import type { CellValue, Column, Op } from '@crm/shared';
import type { QueueStore, StoreBatch, StoredMutation, StoredTrayItem, Timers } from '../ports.ts';
import { openSession, type OwnedSession, type SessionOptions } from '../session.ts';
import { ANY_TYPES, LoopbackServer } from './loopback.ts';

/** Time that moves only when the test says so. */
export class ManualTimers implements Timers {
  #now = 0;
  readonly #due = new Set<{ at: number; run: () => void }>();

  now = () => this.#now;
  at = () => new Date(Date.UTC(2026, 2, 2) + this.#now).toISOString();
  after = (ms: number, run: () => void) => {
    const entry = { at: this.#now + ms, run };
    this.#due.add(entry);
    return () => void this.#due.delete(entry);
  };

  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const [first] = [...this.#due].filter((entry) => entry.at <= until).toSorted((a, b) => a.at - b.at);
      if (!first) break;
      this.#due.delete(first);
      this.#now = first.at;
      first.run();
      await settle();
    }
    this.#now = until;
  }
}

/** A device's storage in memory. */
export class MemoryStore implements QueueStore {
  readonly pending = new Map<string, StoredMutation>();
  readonly tray = new Map<string, StoredTrayItem>();
  nextMid = 1;
  problem: string | null = null;

  async read(clientId: ClientId) {
    const pending = [...this.pending.values()].filter((item) => item.clientId === clientId);
    const tray = [...this.tray.values()].filter((item) => item.clientId === clientId);
    return { client: null, pending, tray };
  }

  async write(batch: StoreBatch): Promise<void> {
    if (this.problem !== null) throw new Error(this.problem);
    for (const item of batch.put ?? []) this.pending.set(`${item.clientId}:${item.mid}`, item);
    for (const { clientId, mid } of batch.remove ?? []) this.pending.delete(`${clientId}:${mid}`);
    for (const item of batch.putTray ?? []) this.tray.set(item.id, item);
    for (const id of batch.removeTray ?? []) this.tray.delete(id);
  }
}

/** Lets every promise that can go on do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

const column = (name: string, type: Column['type'], position: string): Column => ({
  id: newId(ColumnId),
  name,
  type,
  options: {},
  position,
  key: null,
  deletedAt: null,
  ver: 0,
});

/** A sheet with three columns and one row, a server, and pages that open on it. */
export class Stage {
  readonly name = column('Name', 'text', 'a0');
  readonly notes = column('Notes', 'longText', 'a1');
  readonly amount = column('Amount', 'number', 'a2');
  readonly row = newId(InvestorId);
  readonly other = newId(UserId);
  readonly server = new LoopbackServer(random128(Epoch), [this.name, this.notes, this.amount]);

  constructor() {
    this.server.write({ t: 'row.add', row: this.row, position: 'a0', values: { [this.name.id]: 'Acme' } });
  }

  async page(options: Partial<SessionOptions> = {}): Promise<Page> {
    const page = new Page(this, options);
    await settle();
    return page;
  }

  /** Somebody else writes the cell. */
  theirs(value: CellValue, col: Column = this.name): void {
    this.server.write({ t: 'cell.set', row: this.row, col: col.id, value, ifVer: 0 }, this.other);
  }
}

/** One open page. */
export class Page {
  readonly timers = new ManualTimers();
  readonly store = new MemoryStore();
  readonly clientId = random128(ClientId);
  readonly session: OwnedSession;
  readonly #stage: Stage;

  constructor(stage: Stage, options: Partial<SessionOptions>) {
    this.#stage = stage;
    const userId = newId(UserId);
    this.session = openSession({
      transport: stage.server.transport(userId),
      store: this.store,
      timers: this.timers,
      random: () => 0,
      types: ANY_TYPES,
      userId,
      clientId: this.clientId,
      ...options,
    });
  }

  /** The op that sets a cell as the page shows it. */
  op(value: CellValue, col: Column = this.#stage.name, row: InvestorId = this.#stage.row): Op {
    const { view } = this.session;
    const slot = view.slotOf(row);
    const ifVer = slot === undefined ? 0 : view.version(slot, col.id);
    return { t: 'cell.set', row, col: col.id, value, ifVer };
  }

  set(value: CellValue, col?: Column): void {
    this.session.commit([this.op(value, col)], 'Edit');
  }

  value(col: Column = this.#stage.name, row: InvestorId = this.#stage.row): CellValue {
    const slot = this.session.view.slotOf(row);
    return slot === undefined ? null : this.session.view.value(slot, col.id);
  }
}
