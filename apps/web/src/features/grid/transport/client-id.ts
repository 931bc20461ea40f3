import { ClientId, random128 } from '@crm/shared';

const KEY = 'crm.client';
const lockName = (id: string) => `crm.client.${id}`;

/** Takes the name under a lock for as long as the page lives; false when another tab has it. */
function hold(id: ClientId): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(lockName(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // The lock is held until this promise settles, which is never.
        return lock ? new Promise<void>(() => undefined) : undefined;
      })
      .catch(() => resolve(true));
  });
}

/** This tab's name: the one it had before a reload, unless a duplicated tab has taken it with the copied storage. */
export async function takeClientId(): Promise<ClientId> {
  const kept = ClientId.safeParse(read());
  if (kept.success && (await hold(kept.data))) return kept.data;
  const fresh = random128(ClientId);
  await hold(fresh);
  keepClientId(fresh);
  return fresh;
}

export function keepClientId(id: ClientId): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without storage a reload gets a new name, and adopts what the old one left.
  }
}

/** Takes those names that no open tab holds. */
export async function takeOrphans(ids: readonly ClientId[]): Promise<ClientId[]> {
  const held = await Promise.all(ids.map(hold));
  return ids.filter((_, i) => held[i]);
}

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
