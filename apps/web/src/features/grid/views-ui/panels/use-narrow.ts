import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(max-width: 719px)');

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone: what floats beside its button on a desk comes up from below there. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query().matches);
}
