/** A notice about something that was done elsewhere on the screen. */
export type ToastItem = {
  id: number;
  title: string;
  detail?: string;
  tone?: 'neutral' | 'success' | 'danger';
  /** Offers *Undo* and does it. */
  undo?: () => void;
};

/** More than this at once is noise: the oldest leave. */
const MOST = 3;

let next = 1;
let items: readonly ToastItem[] = [];
const listeners = new Set<() => void>();

function change(to: readonly ToastItem[]) {
  items = to;
  for (const listener of listeners) listener();
}

/** Shows a notice and returns its id. */
export function toast(item: Omit<ToastItem, 'id'>): number {
  const id = next++;
  change([...items, { ...item, id }].slice(-MOST));
  return id;
}

/** Takes a notice away, if it is still there. */
export function dismissToast(id: number): void {
  change(items.filter((item) => item.id !== id));
}

export function toasts(): readonly ToastItem[] {
  return items;
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether there has been any notice since the page was loaded. */
export function everToasted(): boolean {
  return next > 1;
}
