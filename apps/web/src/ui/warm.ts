const loaders = new Set<() => Promise<unknown>>();
let warmed = false;

function warm() {
  if (warmed) return;
  warmed = true;
  window.removeEventListener('pointermove', warm);
  window.removeEventListener('keydown', warm);
  // Not awaited: a part that does not arrive now is asked for again when it is needed.
  for (const load of loaders) load().catch(() => {});
}

/**
 * Loads a part as soon as somebody touches the page: not needed for the first paint, but there before the first click.
 * Returns the loader, for `lazy`.
 */
export function onFirstTouch<T>(load: () => Promise<T>): () => Promise<T> {
  if (loaders.size === 0 && typeof window !== 'undefined') {
    window.addEventListener('pointermove', warm, { passive: true });
    window.addEventListener('keydown', warm, { passive: true });
  }
  loaders.add(load);
  if (warmed) load().catch(() => {});
  return load;
}
