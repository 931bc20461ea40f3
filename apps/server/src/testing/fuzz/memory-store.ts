import type {
  QueueStore,
  StoreBatch,
  StoredClient,
  StoredMutation,
  StoredQueue,
  StoredTrayItem,
} from '@crm/grid/sync';
import type { ClientId } from '@crm/shared';

/** A device's storage: it outlives the page, and may be told to refuse. */
export class MemoryStore implements QueueStore {
  refuses = false;
  /** Every mutation and tray entry that was ever kept, for the oracle. */
  readonly everKept = new Map<string, StoredMutation>();
  readonly everInTray = new Map<string, StoredTrayItem>();
  readonly #clients = new Map<ClientId, StoredClient>();
  readonly #pending = new Map<string, StoredMutation>();
  readonly #tray = new Map<string, StoredTrayItem>();

  async read(clientId: ClientId): Promise<StoredQueue> {
    const pending = [...this.#pending.values()].filter((item) => item.clientId === clientId);
    return {
      client: this.#clients.get(clientId) ?? null,
      pending: structuredClone(pending.toSorted((a, b) => a.mid - b.mid)),
      tray: structuredClone([...this.#tray.values()].filter((item) => item.clientId === clientId)),
    };
  }

  /** Client ids that have something on the device. */
  clients(): ClientId[] {
    return [...new Set([...this.#pending.values(), ...this.#tray.values()].map((item) => item.clientId))];
  }

  async write(batch: StoreBatch): Promise<void> {
    for (const item of batch.put ?? []) this.everKept.set(keyOf(item), structuredClone(item));
    for (const item of batch.putTray ?? []) this.everInTray.set(item.id, structuredClone(item));
    if (this.refuses) throw new Error('the disk is full');
    if (batch.client) this.#clients.set(batch.client.clientId, batch.client);
    for (const item of batch.put ?? []) this.#pending.set(keyOf(item), structuredClone(item));
    for (const item of batch.remove ?? []) this.#pending.delete(keyOf(item));
    for (const item of batch.putTray ?? []) this.#tray.set(item.id, structuredClone(item));
    for (const id of batch.removeTray ?? []) this.#tray.delete(id);
  }
}

/** Names a mutation as tray entries name the one that they came from. */
export function keyOf({ clientId, mid }: Pick<StoredMutation, 'clientId' | 'mid'>): string {
  return `${clientId}:${mid}`;
}
