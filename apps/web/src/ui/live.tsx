import { useSyncExternalStore } from 'react';
import { announced, subscribeAnnounced } from './announce.ts';
import css from './live.module.css';

/** Once at the root: the two regions that read out what `announce()` says. */
export function LiveRegions() {
  const said = useSyncExternalStore(subscribeAnnounced, announced);
  return (
    <div className={css.hidden}>
      <div role="status" aria-live="polite">
        {said.polite}
      </div>
      <div role="alert" aria-live="assertive">
        {said.assertive}
      </div>
    </div>
  );
}

/** Words for assistive technology only. */
export function Hidden({ children }: { children: string }) {
  return <span className={css.hidden}>{children}</span>;
}
