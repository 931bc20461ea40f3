import type { WorkspaceId } from '@crm/shared';
import { createBus, type Bus } from './bus.ts';
import type { Config } from './config.ts';
import { openDatabase, type Opener } from './db/open.ts';
import type { Database } from './db/transaction.ts';
import { workspaceIdOf } from './db/workspace.ts';
import { createSockets, type Sockets } from './http/sockets.ts';
import { systemClock, type Clock } from './jobs/clock.ts';
import { consoleLog, type Log } from './log.ts';
import { createPasswords, type Passwords } from './modules/auth/password-hash.ts';

/** Everything that use cases need, wired once per process. */
export interface AppContext {
  readonly config: Config;
  readonly db: Database;
  readonly workspaceId: WorkspaceId;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly passwords: Passwords;
  /** Open connections by login. */
  readonly sockets: Sockets;
  close(): void;
}

/** What tests put in place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly passwords?: Passwords;
}

/**
 * Opens the data folder and wires the application; nothing listens yet.
 * @throws AppError UNAVAILABLE when the database cannot be used
 */
export function createContext(config: Config, opener: Opener, overrides: Overrides = {}): AppContext {
  const log = overrides.log ?? consoleLog;
  const db = openDatabase(config.dataDir, opener, (error) => log.error('After a commit', error));
  const bus = createBus((error) => log.error('In a listener', error));
  const sockets = createSockets();
  bus.on('sessionsEnded', (ids) => sockets.closeSessions(ids));
  return {
    config,
    db,
    workspaceId: workspaceIdOf(db.reader),
    bus,
    clock: overrides.clock ?? systemClock,
    log,
    passwords: overrides.passwords ?? createPasswords(),
    sockets,
    close: () => db.close(),
  };
}
