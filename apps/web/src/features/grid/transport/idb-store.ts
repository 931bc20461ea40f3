import type { QueueStore, StoredClient } from '@crm/grid/sync';
import { openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { readable, StoredClientRow, StoredMutationRow, StoredTrayRow } from './stored.ts';

const NAME = 'crm.grid';

function open(): Promise<IDBPDatabase> {
  return openDB(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('clients', { keyPath: 'clientId' });
      db.createObjectStore('pending', { keyPath: ['clientId', 'mid'] }).createIndex('client', 'clientId');
      db.createObjectStore('tray', { keyPath: 'id' }).createIndex('client', 'clientId');
    },
  });
}

/** A store of unsent edits with what sign-out needs besides. */
export interface DeviceStore extends QueueStore {
  /** Everyone's tabs that have left something here. */
  clients(): Promise<StoredClient[]>;
  /** Forgets all. */
  clear(): Promise<void>;
}

/** Unsent edits in IndexedDB. One batch is one transaction. */
export function idbStore(): DeviceStore {
  const database = open();
  // Whoever uses the store hears of the failure; nobody else needs to.
  database.catch(() => undefined);
  return {
    async read(clientId) {
      const db = await database;
      const tx = db.transaction(['clients', 'pending', 'tray']);
      const client: unknown = await tx.objectStore('clients').get(clientId);
      const pending: unknown[] = await tx.objectStore('pending').index('client').getAll(clientId);
      const tray: unknown[] = await tx.objectStore('tray').index('client').getAll(clientId);
      return {
        client: readable(StoredClientRow, [client])[0] ?? null,
        pending: readable(StoredMutationRow, pending).toSorted((a, b) => a.mid - b.mid),
        tray: readable(StoredTrayRow, tray),
      };
    },
    async write({ client, put = [], remove = [], putTray = [], removeTray = [] }) {
      const db = await database;
      const tx = db.transaction(['clients', 'pending', 'tray'], 'readwrite', { durability: 'relaxed' });
      const work: Promise<unknown>[] = [tx.done];
      if (client) work.push(tx.objectStore('clients').put(client));
      for (const item of put) work.push(tx.objectStore('pending').put(item));
      for (const { clientId, mid } of remove) work.push(tx.objectStore('pending').delete([clientId, mid]));
      for (const item of putTray) work.push(tx.objectStore('tray').put(item));
      for (const id of removeTray) work.push(tx.objectStore('tray').delete(id));
      await Promise.all(work);
    },
    async clients() {
      const db = await database;
      return readable(StoredClientRow, await db.getAll('clients'));
    },
    async clear() {
      const db = await database;
      const tx = db.transaction(['clients', 'pending', 'tray'], 'readwrite');
      await Promise.all([
        ...['clients', 'pending', 'tray'].map((name) => tx.objectStore(name).clear()),
        tx.done,
      ]);
    },
  };
}
