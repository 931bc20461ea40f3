import type { SessionId } from '@crm/shared';
import type { WebSocket } from 'ws';

/** Close code for a login that has ended; the client goes to the login page. */
export const SESSION_ENDED = 4401;

/** Which connections belong to which login, so that they end with it (S2). */
export interface Sockets {
  add(session: SessionId, socket: WebSocket): void;
  closeSessions(sessions: Iterable<SessionId>): void;
  /** Logins with at least one open connection. */
  sessions(): SessionId[];
  /** Ends every connection; the server is stopping. */
  closeAll(): void;
}

export function createSockets(): Sockets {
  const bySession = new Map<SessionId, Set<WebSocket>>();

  function add(session: SessionId, socket: WebSocket): void {
    const open = bySession.get(session) ?? new Set();
    bySession.set(session, open.add(socket));
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0 && bySession.get(session) === open) bySession.delete(session);
    });
  }

  return {
    add,
    closeSessions(sessions) {
      for (const session of sessions) {
        for (const socket of bySession.get(session) ?? []) end(socket, SESSION_ENDED, 'session ended');
      }
    },
    sessions: () => [...bySession.keys()],
    closeAll() {
      for (const open of bySession.values()) {
        for (const socket of open) end(socket, 1001, 'server stopping');
      }
    },
  };
}

/** Says goodbye, then cuts: a peer that does not answer may not stay. */
function end(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), 1000).unref();
}
