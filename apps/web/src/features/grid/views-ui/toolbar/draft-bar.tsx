import { CloudOff } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { useSignal } from '../../model/signal.ts';
import { useNarrow } from '../panels/use-narrow.ts';
import { hasOwnChanges } from '../state/view-change.ts';
import type { Views } from '../use-views.ts';
import css from './toolbar.module.css';

/**
 * What becomes of the changes of a view: that only this person sees them, with the way to give them to everyone or drop
 * them; that the server was not reached yet; or that there is no view to keep them. Nothing where everything is as everyone sees it.
 */
export function DraftBar({ views }: { views: Views }) {
  const state = useSignal(views.state);
  const narrow = useNarrow();
  const view = state.views.find((one) => one.id === state.current);
  if (state.phase === 'failed') {
    return (
      <span className={css.draft} role="status">
        <CloudOff size={14} aria-hidden />
        <span>Your views could not be loaded.</span>
        <Button variant="quiet" size="s" onClick={views.refresh}>
          Try again
        </Button>
      </span>
    );
  }
  if (state.writing === 'waiting') {
    return (
      <span className={css.draft} role="status">
        <CloudOff size={14} aria-hidden />
        <span>This view’s changes are not on the server yet.</span>
        <Button variant="quiet" size="s" onClick={views.flush}>
          Try now
        </Button>
      </span>
    );
  }
  if (state.loose) {
    return (
      <span className={css.draft} role="group" aria-label="Changes without a view">
        <span role="status">Gone with this page</span>
        <Button variant="quiet" size="s" className={css.own} onClick={() => views.making.set(true)}>
          Keep as a view
        </Button>
      </span>
    );
  }
  if (!view || !hasOwnChanges(view)) return null;
  if (narrow) {
    return (
      <Menu
        align="end"
        entries={[
          { kind: 'label', label: 'Only you see these changes' },
          { kind: 'item', label: 'Save for everyone', onSelect: views.saveForEveryone },
          { kind: 'item', label: 'Reset', onSelect: views.reset },
        ]}
      >
        <Button variant="quiet" size="s" className={css.own}>
          Only you
        </Button>
      </Menu>
    );
  }
  return (
    <span className={css.draft} role="group" aria-label="Own changes of this view">
      <span role="status">Only you see these changes</span>
      <Button variant="quiet" size="s" className={css.own} onClick={views.saveForEveryone}>
        Save for everyone
      </Button>
      <Button variant="quiet" size="s" onClick={views.reset}>
        Reset
      </Button>
    </span>
  );
}
