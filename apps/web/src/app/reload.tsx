import { useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';

let needed = false;
const listeners = new Set<() => void>();

/** Says that this page is older than its server and cannot go on; unsent edits stay in their queue. */
export function requireReload(): void {
  needed = true;
  for (const listener of listeners) listener();
}

/** Whether `requireReload()` has been called. */
export function useReloadNeeded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => needed,
  );
}

/** Fills the page when it is older than its server. */
export function ReloadPage() {
  return (
    <ErrorState
      page
      title="Reload to continue"
      action={
        <Button variant="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      }
    >
      <p>
        Venture CRM was updated while this page was open. Your unsent edits are kept and go out after the
        reload.
      </p>
    </ErrorState>
  );
}
