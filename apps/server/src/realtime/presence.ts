import { PRESENCE_TTL_MS } from '@crm/shared';
import type { CellRef, ClientId, PresenceEntry, UserId } from '@crm/shared';
import type { Clock } from '../jobs/clock.ts';

/** A tab that says where it is. */
export interface Announcement {
  readonly clientId: ClientId;
  readonly userId: UserId;
  readonly cell: CellRef | null;
  /** Asks for, or keeps, the lease on `cell`. */
  readonly editing: boolean;
}

/**
 * Who is where, in memory only (protocol §7). A lease gates opening an editor, never a commit, so that losing all of
 * them in a restart does no harm.
 */
export interface Presence {
  announce(announcement: Announcement): { granted: boolean; holder: UserId | null };
  /** The tab is gone. */
  leave(clientId: ClientId, userId: UserId): void;
  entries(): readonly PresenceEntry[];
  /** Forgets tabs that have been silent for too long. */
  sweep(): void;
  /** Returns the function that ends the subscription. */
  onChange(listener: () => void): () => void;
}

interface Tab extends PresenceEntry {
  readonly seenAt: number;
}

export function createPresence(clock: Clock): Presence {
  const tabs = new Map<ClientId, Tab>();
  /** Which tab edits a cell; a tab holds one lease at most. */
  const leases = new Map<string, ClientId>();
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };

  function drop(tab: Tab): void {
    tabs.delete(tab.clientId);
    release(tab);
  }

  function release(tab: Tab): void {
    if (tab.cell && leases.get(keyOf(tab.cell)) === tab.clientId) leases.delete(keyOf(tab.cell));
  }

  function sweep(): void {
    const before = clock.monotonic() - PRESENCE_TTL_MS;
    const gone = [...tabs.values()].filter((tab) => tab.seenAt < before);
    for (const tab of gone) drop(tab);
    if (gone.length > 0) tell();
  }

  return {
    announce({ clientId, userId, cell, editing }) {
      sweep();
      const known = tabs.get(clientId);
      // Another person's tab is not moved by a stranger who learnt its name.
      if (known && known.userId !== userId) return { granted: false, holder: known.userId };
      if (known) release(known);
      const holder = editing && cell ? leases.get(keyOf(cell)) : undefined;
      const granted = editing && cell !== null && holder === undefined;
      if (granted) leases.set(keyOf(cell), clientId);
      const tab: Tab = { clientId, userId, cell, editing: granted, seenAt: clock.monotonic() };
      tabs.set(clientId, tab);
      if (!known || !isSame(known, tab)) tell();
      return { granted, holder: (holder && tabs.get(holder)?.userId) ?? null };
    },
    leave(clientId, userId) {
      const tab = tabs.get(clientId);
      if (tab?.userId !== userId) return;
      drop(tab);
      tell();
    },
    entries: () =>
      [...tabs.values()].map(({ clientId, userId, cell, editing }) => ({ clientId, userId, cell, editing })),
    sweep,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keyOf({ row, col }: CellRef): string {
  return `${row} ${col}`;
}

function isSame(a: PresenceEntry, b: PresenceEntry): boolean {
  return a.editing === b.editing && a.cell?.row === b.cell?.row && a.cell?.col === b.cell?.col;
}
