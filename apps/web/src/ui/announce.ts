type Said = { readonly polite: string; readonly assertive: string };

let said: Said = { polite: '', assertive: '' };
let odd = false;
const listeners = new Set<() => void>();

/**
 * Has a screen reader say one sentence: saves, conflicts, decisions, how many rows are left. `assertive` interrupts,
 * for what needs an answer. Saying the same twice is heard twice.
 */
export function announce(sentence: string, how: keyof Said = 'polite'): void {
  odd = !odd;
  // A region that does not change is not read: an invisible character makes every sentence a new one.
  said = { ...said, [how]: sentence + (odd ? '\u200b' : '') };
  for (const listener of listeners) listener();
}

export function announced(): Said {
  return said;
}

export function subscribeAnnounced(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
