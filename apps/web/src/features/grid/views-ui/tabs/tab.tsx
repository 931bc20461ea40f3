import type { View } from '@crm/shared';
import { Lock } from 'lucide-react';
import type { Point } from '../../../../ui/menu.tsx';
import { hasOwnChanges } from '../state/view-change.ts';
import css from './view-tabs.module.css';

/** One view's tab. */
export function ViewTab(props: {
  view: View;
  selected: boolean;
  onOpen(): void;
  onRename(): void;
  onMenu(point: Point, byKeys: boolean): void;
  /** To the tab beside it. */
  onStep(by: -1 | 1): void;
  /** To the first (-1) or the last tab. */
  onEnd(end: -1 | 1): void;
}) {
  const { view, selected } = props;
  return (
    <button
      type="button"
      role="tab"
      className={css.tab}
      data-view={view.id}
      aria-selected={selected}
      aria-haspopup="menu"
      tabIndex={selected ? 0 : -1}
      onClick={props.onOpen}
      onDoubleClick={props.onRename}
      onContextMenu={(event) => {
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        const byKeys = event.detail === 0 && event.button !== 2;
        props.onMenu(
          byKeys ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY },
          byKeys,
        );
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') props.onStep(1);
        else if (event.key === 'ArrowLeft') props.onStep(-1);
        else if (event.key === 'Home') props.onEnd(-1);
        else if (event.key === 'End') props.onEnd(1);
        else if (event.key === 'F2') props.onRename();
        else return;
        event.preventDefault();
      }}
    >
      <Inside view={view} />
    </button>
  );
}

/** What a tab says: a lock where only this person sees the view, a dot where they see it otherwise than everyone. */
function Inside({ view }: { view: View }) {
  return (
    <>
      {view.shared ? null : (
        <span role="img" aria-label="Personal" className={css.sign}>
          <Lock size={12} aria-hidden />
        </span>
      )}
      <span className={css.name}>{view.name}</span>
      {hasOwnChanges(view) ? (
        <span role="img" aria-label="with changes only you see" className={css.dot} />
      ) : null}
    </>
  );
}
