import { type UserId, ViewId } from '@crm/shared';
import { z } from 'zod';
import { ViewChange } from './view-change.ts';

const Kept = z.array(z.tuple([ViewId, ViewChange]));

/** Changes that have not arrived yet, kept for a reload of this tab. */
export interface KeptChanges {
  read(): readonly (readonly [ViewId, ViewChange])[];
  write(changes: ReadonlyMap<ViewId, ViewChange>): void;
}

/** Keeps one person's changes in the tab's own storage; where that is switched off, a reload may lose the last ones. */
export function keptChanges(userId: UserId): KeptChanges {
  const key = `crm.views.${userId}`;
  return {
    read() {
      try {
        return Kept.safeParse(JSON.parse(sessionStorage.getItem(key) ?? '[]')).data ?? [];
      } catch {
        return [];
      }
    },
    write(changes) {
      try {
        if (changes.size === 0) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify([...changes]));
      } catch {
        // No storage: what is on its way is only in this page.
      }
    },
  };
}
