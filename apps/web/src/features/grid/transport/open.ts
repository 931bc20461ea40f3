import { columnTypes } from '@crm/grid';
import type { ColumnContext } from '@crm/grid/columns';
import { openSession } from '@crm/grid/sync';
import type { SheetSession, Timers } from '@crm/grid/sync';
import type { ColumnId, UserId } from '@crm/shared';
import { holdUnsent } from '../../../app/unsent.ts';
import { browserTransport } from './transport.ts';
import { keepClientId, takeClientId, takeOrphans } from './client-id.ts';
import { deviceStore } from './device-store.ts';

const timers: Timers = {
  now: () => performance.now(),
  at: () => new Date().toISOString(),
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
};

/** What the grid gives its session. */
export interface OpenOptions {
  readonly userId: UserId;
  readonly context: () => ColumnContext;
  readonly first: () => readonly ColumnId[];
  readonly onOutside: (what: 'views' | 'people' | 'imports') => void;
  readonly onSignedOut: () => void;
}

/** Opens this tab's session with the server. Returns it with the way to let everything go. */
export async function openSheet(options: OpenOptions): Promise<{ session: SheetSession; close: () => void }> {
  const { userId } = options;
  const store = deviceStore();
  const clientId = await takeClientId();
  const known = await store.clients();
  const mine = known.filter((client) => client.userId === userId && client.clientId !== clientId);
  const orphans = await takeOrphans(mine.map((client) => client.clientId));
  void navigator.storage?.persist?.().catch(() => false);
  const session = openSession({
    transport: browserTransport(),
    store,
    timers,
    random: Math.random,
    types: columnTypes(options.context),
    userId,
    clientId,
    orphans,
    first: options.first,
    onClientId: keepClientId,
    onOutside: options.onOutside,
    onSignedOut: options.onSignedOut,
  });
  const wake = () => session.wake();
  window.addEventListener('online', wake);
  const release = holdUnsent({
    count: async () => session.status().pending + session.status().attention,
    clear: () => store.clear(),
    export: async () => ({
      fileName: 'unsent-edits.json',
      text: JSON.stringify(await Promise.all([clientId, ...orphans].map((id) => store.read(id))), null, 2),
    }),
  });
  return {
    session,
    close() {
      window.removeEventListener('online', wake);
      release();
      session.close();
    },
  };
}
