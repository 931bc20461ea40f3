import { ViewId } from '@crm/shared';
import { navigate } from 'wouter/use-browser-location';

/** The view that an address names. */
export function viewIn(search: string): ViewId | null {
  return ViewId.safeParse(new URLSearchParams(search).get('view')).data ?? null;
}

/** Has the address name the view and leaves the rest of it as it is. `replace`: without a step to go back. */
export function putView(id: ViewId | null, replace: boolean): void {
  const url = new URL(location.href);
  if (id === viewIn(url.search) && (id !== null || !url.searchParams.has('view'))) return;
  if (id === null) url.searchParams.delete('view');
  else url.searchParams.set('view', id);
  navigate(url.pathname + url.search + url.hash, { replace });
}
