import { Epoch, random128 } from '@crm/shared';
import { readOpsSince } from '../../modules/fundraising/log.store.ts';
import { Device } from './device.ts';
import type { Faults } from './faults.ts';
import { FuzzServer } from './fuzz-server.ts';
import { CALM, type Weather } from './network.ts';
import { checkEnds, checkGuards, checkServer, dumpServer, dumpView } from './oracle.ts';
import { Random } from './random.ts';

/** What one run is made of. */
export interface Plan {
  readonly seed: number;
  readonly steps: number;
  readonly restores: boolean;
  readonly faults?: Faults;
}

/** What a run found wrong; none for a good one. */
export interface Outcome {
  readonly problems: readonly string[];
  /** Mutations that were committed by people. */
  readonly edits: number;
  readonly applied: number;
  readonly crashes: number;
}

const STORM: Weather = { loss: 0.08, duplicate: 0.1, cut: 0.03 };
/** Rounds of a kind network within which everything must have come to rest (I9). */
const PATIENCE = 400;

/** Several browsers and one server, driven by one seed: first in a storm, then until rest, then judged. */
export async function run(plan: Plan): Promise<Outcome> {
  const world = new World(plan);
  try {
    return await world.live();
  } finally {
    await world.end();
  }
}

class World {
  readonly #plan: Plan;
  readonly #random: Random;
  readonly #server: FuzzServer;
  readonly #devices: readonly Device[];
  /** Mutations that the server has applied in some history, for what a restore takes back. */
  readonly #everApplied = new Set<string>();
  #backup: string | null = null;
  #crashes = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#random = new Random(plan.seed);
    const faults = plan.faults ?? {};
    this.#server = new FuzzServer(faults);
    this.#devices = ['a', 'b', 'c'].map(
      (name) => new Device(this.#server, name, this.#random, faults, STORM),
    );
  }

  async live(): Promise<Outcome> {
    await this.#settle();
    for (let step = 0; step < this.#plan.steps; step++) {
      await this.#step();
      await this.#settle();
      for (const device of this.#devices) device.checkPosition();
    }
    const rested = await this.#rest();
    this.#noteApplied();
    const { app } = this.#server;
    const problems = [
      ...(rested ? this.#compare() : [`I9: no rest within bounds: ${this.#unrest()}`]),
      ...checkServer(app),
      ...checkEnds(app, this.#devices, this.#everApplied, this.#plan.restores),
      ...checkGuards(app, this.#devices),
      ...this.#devices.flatMap((device) => device.problems),
      ...this.#server.errors.filter((error) => !error.includes('Crash')),
    ];
    const edits = this.#devices.reduce((sum, device) => sum + device.store.everKept.size, 0);
    return { problems, edits, applied: this.#everApplied.size, crashes: this.#crashes };
  }

  async end(): Promise<void> {
    for (const device of this.#devices) device.session.close();
    await this.#settle();
    this.#server.close();
  }

  async #step(): Promise<void> {
    const random = this.#random;
    const device = random.pick(this.#devices);
    if (!device) return;
    const dice = random.next();
    if (dice < 0.25) device.act();
    else if (dice < 0.8) {
      if (device.network.waiting > 0) device.network.deliver();
    } else if (dice < 0.9) this.#advance(random.below(3000));
    else if (dice < 0.92) this.#server.beat();
    else if (dice < 0.94) device.network.goOffline();
    else if (dice < 0.96) this.#online(device);
    else if (dice < 0.975) device.reload();
    else if (dice < 0.985) {
      this.#server.crash = random.chance(0.5) ? 'before' : 'after';
      this.#crashes += 1;
    } else if (dice < 0.99) this.#restart();
    else if (this.#plan.restores) this.#backupOrRestore();
  }

  #backupOrRestore(): void {
    if (this.#backup === null) {
      this.#backup = this.#server.backup();
      return;
    }
    this.#noteApplied();
    this.#server.restore(this.#backup, random128(Epoch));
    this.#backup = null;
    for (const device of this.#devices) device.network.serverGone();
  }

  #restart(): void {
    this.#noteApplied();
    this.#server.restart();
    for (const device of this.#devices) device.network.serverGone();
  }

  #online(device: Device): void {
    device.network.online = true;
    device.session.wake();
  }

  #advance(ms: number): void {
    this.#server.advance(ms);
    for (const device of this.#devices) device.timers.advance(ms);
  }

  #noteApplied(): void {
    const { app } = this.#server;
    for (const { clientId, mid } of readOpsSince(app.db.reader, app.workspaceId, 0, 1_000_000))
      this.#everApplied.add(`${clientId}:${mid}`);
  }

  /** Calm weather until nothing is on its way and nobody waits. */
  async #rest(): Promise<boolean> {
    this.#server.crash = null;
    for (const device of this.#devices) {
      device.network.weather = CALM;
      device.store.refuses = false;
      this.#online(device);
    }
    let calm = 0;
    for (let round = 0; round < PATIENCE; round++) {
      if (round % 10 === 9) this.#server.beat();
      await this.#settle();
      for (const device of this.#devices)
        for (let n = 0; n < 20 && device.network.waiting > 0; n++) {
          device.network.deliver();
          await this.#settle();
        }
      this.#advance(1000);
      await this.#settle();
      calm = this.#isAtRest() ? calm + 1 : 0;
      // Long enough for a heartbeat to tell of what was lost.
      if (calm > 12) return true;
    }
    return false;
  }

  #unrest(): string {
    return JSON.stringify(
      this.#devices.map(({ session, network }) => ({
        phase: session.phase,
        status: session.status(),
        position: session.position,
        waiting: network.waiting,
      })),
    );
  }

  #isAtRest(): boolean {
    return this.#devices.every(
      ({ session, network }) =>
        network.waiting === 0 && session.phase === 'ready' && session.status().pending === 0,
    );
  }

  /** At rest every page shows what the server has (I1). */
  #compare(): string[] {
    const server = dumpServer(this.#server.app);
    return this.#devices.flatMap((device, index) => {
      const view = dumpView(device.session.view);
      const ids = new Set([...server.keys(), ...view.keys()]);
      const wrong = [...ids].filter((id) => server.get(id) !== view.get(id));
      return wrong
        .slice(0, 2)
        .map((id) => `I1: page ${index} shows ${view.get(id)}, the server has ${server.get(id)}`);
    });
  }

  /** Waits for the server's real work; then starts it again if it has crashed. */
  async #settle(): Promise<void> {
    for (let quiet = 0; quiet < 3;) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#devices.some((device) => device.network.working > 0) ? 0 : quiet + 1;
    }
    if (this.#server.wantsRestart) this.#restart();
  }
}
