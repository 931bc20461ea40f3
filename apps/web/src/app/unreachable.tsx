import { ErrorState } from '../ui/states.tsx';

/** When the very first question finds no server. */
export function Unreachable({ onRetry }: { onRetry(): void }) {
  return (
    <main>
      <ErrorState page title="The server cannot be reached" onRetry={onRetry}>
        <p>Check your connection. If others cannot reach it either, the server may be restarting.</p>
      </ErrorState>
    </main>
  );
}
