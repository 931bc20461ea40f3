import { idbStore } from './idb-store.ts';
import type { DeviceStore } from './idb-store.ts';
import { localStore } from './local-store.ts';

/** The database where there is one, else localStorage; when both refuse, `write` rejects and the pill says so. */
export function deviceStore(
  first: DeviceStore = idbStore(),
  second: DeviceStore = localStore(),
): DeviceStore {
  return {
    async read(clientId) {
      const [a, b] = await Promise.all([first.read(clientId).catch(() => null), second.read(clientId)]);
      if (!a) return b;
      const known = new Set(a.pending.map((item) => item.mid));
      return {
        client: a.client ?? b.client,
        pending: [...a.pending, ...b.pending.filter((item) => !known.has(item.mid))].toSorted(
          (x, y) => x.mid - y.mid,
        ),
        tray: [...a.tray, ...b.tray.filter((item) => !a.tray.some((one) => one.id === item.id))],
      };
    },
    async write(batch) {
      try {
        await first.write(batch);
      } catch {
        await second.write(batch);
        return;
      }
      // What an earlier failure left in the second place must not come back.
      if (batch.remove || batch.removeTray) {
        const { remove, removeTray } = batch;
        await second
          .write({ ...(remove ? { remove } : {}), ...(removeTray ? { removeTray } : {}) })
          .catch(() => undefined);
      }
    },
    async clients() {
      const lists = await Promise.all([first, second].map((store) => store.clients().catch(() => [])));
      return [...new Map(lists.flat().map((client) => [client.clientId, client])).values()];
    },
    async clear() {
      await Promise.allSettled([first.clear(), second.clear()]);
    },
  };
}
