import { type ImportId, UserId } from '@crm/shared';
import { BeginOutput, ColumnMapping } from '@crm/shared/contract/importing';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { holdUnsent } from '../../../app/unsent.ts';
import { KeyFacts } from '../mapping/key-facts.ts';

/** What the file holds: written once. */
const Opened = z.object({
  user: UserId,
  begun: BeginOutput,
  /** How well each column tells rows apart; null where the page could not count. */
  keys: z.array(KeyFacts).nullable(),
});
/** What has been chosen so far: written with every choice, so it is kept small. */
const Choices = z.object({ mapping: z.array(ColumnMapping), mergeKey: z.number().int().nullable() });

/** An import that is being prepared: what the file holds, and what has been chosen so far. */
export type Draft = z.infer<typeof Opened> & z.infer<typeof Choices>;

const OPENED = 'crm.import.file';
const CHOICES = 'crm.import.choices';
let current: Draft | null | undefined;
const listeners = new Set<() => void>();

function read(): Draft | null {
  try {
    const opened = Opened.safeParse(JSON.parse(sessionStorage.getItem(OPENED) ?? 'null')).data;
    const choices = Choices.safeParse(JSON.parse(sessionStorage.getItem(CHOICES) ?? 'null')).data;
    const fits = opened?.begun.columns.length === choices?.mapping.length;
    return opened && choices && fits ? { ...opened, ...choices } : null;
  } catch {
    return null;
  }
}

function write(next: Draft | null, before: Draft | null): void {
  try {
    if (!next) {
      sessionStorage.removeItem(OPENED);
      sessionStorage.removeItem(CHOICES);
      return;
    }
    const { user, begun, keys, mapping, mergeKey } = next;
    if (begun !== before?.begun) sessionStorage.setItem(OPENED, JSON.stringify({ user, begun, keys }));
    sessionStorage.setItem(CHOICES, JSON.stringify({ mapping, mergeKey }));
  } catch {
    // Storage is full or switched off: a reload asks for the file again, everything else works.
  }
}

/** The import that this tab prepares, if any. */
function draft(): Draft | null {
  current ??= read();
  return current;
}

/** Keeps the draft for this tab, through reloads; null forgets it. */
export function keepDraft(next: Draft | null): void {
  write(next, draft());
  current = next;
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
