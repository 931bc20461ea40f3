import { Epoch, newId, SessionId, UserId } from '@crm/shared';
import type { StreamEvent } from '@crm/shared';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContext, type AppContext } from '../../context.ts';
import type { Writer } from '../../db/transaction.ts';
import { feedOf } from '../../modules/fundraising/live.usecases.ts';
import { createDefaultSheet } from '../../modules/fundraising/default-sheet.usecases.ts';
import type { Principal } from '../../principal.ts';
import { createFakeClock } from '../fake-clock.ts';
import type { Faults } from './faults.ts';

/** The process is gone: nothing that it was about to say is heard. */
export class Crash extends Error {}

/** A real server without its transport, which can be killed around a commit, started again, and restored. */
export class FuzzServer {
  readonly #dir = mkdtempSync(path.join(tmpdir(), 'crm-fuzz-'));
  readonly #clock = createFakeClock();
  readonly #faults: Faults;
  readonly errors: string[] = [];
  app: AppContext;
  /** Set for the next write transaction. */
  crash: 'before' | 'after' | null = null;
  /** The process has crashed and has not been started again yet. */
  wantsRestart = false;
  /** Counts lives: what was begun in an earlier one is void. */
  life = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
    this.app = this.#start();
    this.app.db.write((tx) => createDefaultSheet(this.app, tx, { kind: 'system', id: null }));
  }

  /** A person, straight in the table: passwords have nothing to do with the protocol. */
  person(name: string): Principal {
    const userId = newId(UserId);
    this.app.db.write((tx) =>
      tx
        .writing(
          `INSERT INTO user (id, workspace_id, email, name, role, hue, password_hash, theme, created_at)
           VALUES (?, ?, ?, ?, 'member', 'blue', '', 'system', ?)`,
        )
        .run(userId, this.app.workspaceId, `${name}@fund.example`, name, this.#clock.now().toISOString()),
    );
    return { userId, role: 'member', sessionId: newId(SessionId) };
  }

  epoch(): Epoch {
    return Epoch.parse(this.app.db.sqlite.prepare('SELECT epoch FROM workspace').pluck().get());
  }

  beat(): void {
    if (!this.#faults.lateListener) feedOf(this.app).beat();
  }

  advance(ms: number): void {
    this.#clock.advance(ms);
  }

  /** Ends the process and starts it again on the same folder. */
  restart(): void {
    this.wantsRestart = false;
    this.#stop();
    this.app = this.#start();
  }

  backup(): string {
    const file = path.join(this.#dir, 'backup.sqlite');
    rmSync(file, { force: true });
    this.app.db.sqlite.prepare('VACUUM INTO ?').run(file);
    return file;
  }

  /** Puts an older state in the place of the present one, under a new epoch. */
  restore(backup: string, epoch: string): void {
    this.#stop();
    const file = path.join(this.#dir, 'crm.sqlite');
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    copyFileSync(backup, file);
    this.app = this.#start();
    this.app.db.sqlite.prepare('UPDATE workspace SET epoch = ?').run(epoch);
  }

  close(): void {
    this.#stop();
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #stop(): void {
    this.life += 1;
    feedOf(this.app).close();
    this.app.close();
  }

  #start(): AppContext {
    const config = { host: '127.0.0.1', port: 0, publicUrl: null, trustedProxies: [], dataDir: this.#dir };
    const log = {
      error: (what: string, error?: unknown) => this.errors.push(`${what}: ${String(error)}`),
      info() {},
    };
    const app = createContext(config, 'server', { clock: this.#clock, log });
    const write = app.db.write;
    const db = { ...app.db, write: <T>(work: (tx: Writer) => T): T => this.#write(write, work) };
    return { ...app, db };
  }

  #write<T>(write: <R>(work: (tx: Writer) => R) => R, work: (tx: Writer) => T): T {
    const { crash } = this;
    this.crash = null;
    const mute: (tx: Writer) => Writer = (tx) =>
      Object.create(tx, {
        afterCommit: { value: (hook: () => void) => (this.#faults.earlyBroadcast ? hook() : undefined) },
      });
    if (crash === 'before') {
      return write((tx) => {
        work(mute(tx));
        throw new Crash('before the commit');
      });
    }
    if (crash === 'after') {
      write((tx) => work(mute(tx)));
      throw new Crash('after the commit');
    }
    return write(work);
  }
}

/** The epoch that an event names, replaced. */
export function withEpoch<T extends StreamEvent>(
  event: T,
  epoch: Extract<StreamEvent, { t: 'beat' }>['epoch'],
): T {
  return event.t === 'beat' ? { ...event, epoch } : event;
}
