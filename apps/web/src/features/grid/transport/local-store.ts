import { z } from 'zod';
import type { DeviceStore } from './idb-store.ts';
import { readable, StoredClientRow, StoredMutationRow, StoredTrayRow } from './stored.ts';

const PREFIX = 'crm.grid.';
const Kept = z.object({ client: z.unknown(), pending: z.array(z.unknown()), tray: z.array(z.unknown()) });

function load(clientId: string) {
  const parsed = Kept.safeParse(JSON.parse(localStorage.getItem(PREFIX + clientId) ?? 'null'));
  const kept = parsed.success ? parsed.data : { client: null, pending: [], tray: [] };
  return {
    client: readable(StoredClientRow, [kept.client])[0] ?? null,
    pending: readable(StoredMutationRow, kept.pending),
    tray: readable(StoredTrayRow, kept.tray),
  };
}

const names = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** Unsent edits in localStorage, for browsers that refuse a database: small, but it outlives the page. */
export function localStore(): DeviceStore {
  return {
    read: async (clientId) => load(clientId),
    async write({ client, put = [], remove = [], putTray = [], removeTray = [] }) {
      const ids = new Set<string>(
        [client, ...put, ...remove, ...putTray].flatMap((item) => item?.clientId ?? []),
      );
      for (const key of names()) ids.add(key.slice(PREFIX.length));
      for (const id of ids) {
        const kept = load(id);
        const mine = <T extends { clientId: string }>(items: readonly T[]) =>
          items.filter((item) => item.clientId === id);
        const gone = new Set(mine(remove).map((item) => item.mid));
        const fresh = new Set(mine(put).map((item) => item.mid));
        const next = {
          client: client?.clientId === id ? client : kept.client,
          pending: [
            ...kept.pending.filter((item) => !gone.has(item.mid) && !fresh.has(item.mid)),
            ...mine(put),
          ],
          tray: [...kept.tray.filter((item) => !removeTray.includes(item.id)), ...mine(putTray)],
        };
        localStorage.setItem(PREFIX + id, JSON.stringify(next));
      }
    },
    clients: async () => names().flatMap((key) => load(key.slice(PREFIX.length)).client ?? []),
    async clear() {
      for (const key of names()) localStorage.removeItem(key);
    },
  };
}
