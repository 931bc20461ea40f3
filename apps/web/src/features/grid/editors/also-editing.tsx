import { useSyncExternalStore } from 'react';
import { editorOf } from '../commands/lease.ts';
import type { Editing } from '../model/screens.ts';
import { useGrid } from '../model/use-model.ts';

/**
 * Says under an open editor that somebody else has the cell's lease: two people who open it within one round trip, or a
 * connection that came back. The draft stays; what both change is settled as any conflict.
 */
export function AlsoEditing({ editing }: { editing: Editing }) {
  const model = useGrid();
  const name = useSyncExternalStore(
    (listener) => model.session.onPresence(listener),
    () => editorOf(model, editing),
  );
  return (
    <div role="status">
      {name === null ? null : (
        <p className="g-also">
          {name} is editing this cell too. What you type is kept; if you both change it, you decide.
        </p>
      )}
    </div>
  );
}
