import type { LoggedOp, SessionId, StreamEvent } from '@crm/shared';

type Resync = Extract<StreamEvent, { t: 'resync' }>['reason'];
type Changed = Extract<StreamEvent, { t: 'changed' }>['what'];

/** What modules tell each other, always after the commit. */
export interface BusEvents {
  /** Ops that have just been committed, in order of seq. */
  ops: readonly LoggedOp[];
  /** Clients must fetch the sheet again. */
  resync: Resync;
  /** Something outside the op log changed. */
  changed: Changed;
  /** These logins have ended. */
  sessionsEnded: readonly SessionId[];
  /** Another process (the command line) has written to the database: the log may have moved on. */
  foreignWrite: null;
}

/** In-process publish and subscribe; the seam for a broker. A listener that throws does not stop the others. */
export interface Bus {
  publish<K extends keyof BusEvents>(name: K, event: BusEvents[K]): void;
  /** Returns the function that ends the subscription. */
  on<K extends keyof BusEvents>(name: K, listener: (event: BusEvents[K]) => void): () => void;
}

type Listeners = { [K in keyof BusEvents]: Set<(event: BusEvents[K]) => void> };

/** @param onFailure hears of errors that listeners throw */
export function createBus(onFailure: (error: unknown) => void): Bus {
  const listeners: Listeners = {
    ops: new Set(),
    resync: new Set(),
    changed: new Set(),
    sessionsEnded: new Set(),
    foreignWrite: new Set(),
  };
  return {
    publish(name, event) {
      for (const listener of Array.from(listeners[name])) {
        try {
          listener(event);
        } catch (error) {
          onFailure(error);
        }
      }
    },
    on(name, listener) {
      listeners[name].add(listener);
      return () => void listeners[name].delete(listener);
    },
  };
}
