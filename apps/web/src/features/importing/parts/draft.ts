import { type ImportId, UserId } from '@crm/shared';
import { BeginOutput, ColumnMapping } from '@crm/shared/contract/importing';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { holdUnsent } from '../../../app/unsent.ts';
import { KeyFacts } from '../mapping/key-facts.ts';

/** An import that is being prepared: what the file holds, and what has been chosen so far. */
const Draft = z.object({
  user: UserId,
  begun: BeginOutput,
  mapping: z.array(ColumnMapping),
  mergeKey: z.number().int().nullable(),
  /** How well each column tells rows apart; null where the page could not count. */
  keys: z.array(KeyFacts).nullable(),
});
export type Draft = z.infer<typeof Draft>;

const KEY = 'crm.import';
let current: Draft | null | undefined;
const listeners = new Set<() => void>();

function read(): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** The import that this tab prepares, if any. */
function draft(): Draft | null {
  current ??= read();
  return current;
}

/** Keeps the draft for this tab, through reloads; null forgets it. */
export function keepDraft(next: Draft | null): void {
  current = next;
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is full or switched off: a reload asks for the file again, everything else works.
  }
  for (const listener of listeners) listener();
}

/** Changes the draft as it stands now. */
export function changeDraft(change: (draft: Draft) => Partial<Draft>): void {
  const now = draft();
  if (now) keepDraft({ ...now, ...change(now) });
}

/** Forgets the draft of an import that is under way or over. */
export function dropDraft(id: ImportId): void {
  if (draft()?.begun.id === id) keepDraft(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft that this tab prepares for the person who is here; another person's is nobody's business. */
export function useDraft(user: UserId): Draft | null {
  const now = useSyncExternalStore(subscribe, draft);
  return now?.user === user ? now : null;
}

// The next person at this device must not find what the file held.
holdUnsent({ count: async () => 0, clear: async () => keepDraft(null) });
