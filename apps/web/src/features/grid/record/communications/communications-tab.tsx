import type { Communication, InvestorId } from '@crm/shared';
import { MessageSquarePlus, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../../../app/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { LoadingLines } from '../../../../ui/progress.tsx';
import { EmptyState, ErrorState } from '../../../../ui/states.tsx';
import { LogCommunication } from '../../log/log-communication.tsx';
import { TYPE_WORDS } from '../../log/words.ts';
import { useGrid } from '../../model/use-model.ts';
import { undoable } from '../undoable.ts';
import { CommunicationItem } from './communication-item.tsx';
import css from './communications.module.css';
import type { RowCommunications } from './use-communications.ts';

/** What was said to and by the investor, the latest first. */
export function CommunicationsTab({ row, held }: { row: InvestorId; held: RowCommunications }) {
  const model = useGrid();
  const { me } = useMe();
  const { items, state, again } = held;
  const [editing, setEditing] = useState<Communication | null>(null);
  const live = model.view.isLive(model.view.slotOf(row) ?? -1);
  const log = (
    <Button
      size="s"
      variant="primary"
      icon={<MessageSquarePlus size={14} aria-hidden />}
      disabled={!live}
      onClick={() => model.ask.set({ kind: 'log', row })}
    >
      Log communication
    </Button>
  );
  const remove = (item: Communication) => {
    const word = TYPE_WORDS[item.type].toLowerCase();
    undoable(model, {
      ops: [{ t: 'comm.put', communication: { ...item, deletedAt: new Date().toISOString() } }],
      inverse: [{ t: 'comm.put', communication: item }],
      label: `Delete a ${word}`,
      done: `Deleted the ${word} of ${item.occurredOn}. Its line in the notes stays.`,
    });
  };
  if (items.length === 0 && state === 'coming') {
    return (
      <div className={css.communications}>
        <LoadingLines label="Loading communications" />
      </div>
    );
  }
  if (items.length === 0 && state === 'late') {
    return (
      <ErrorState title="The communications have not come" onRetry={again} action={log}>
        The server has not answered yet. Nothing is lost, and you can log a new one meanwhile.
      </ErrorState>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState icon={<MessagesSquare size={20} aria-hidden />} title="Nothing logged yet" action={log}>
        Calls, meetings and notes that you log stand here, the latest first, and leave a dated line in the
        notes.
      </EmptyState>
    );
  }
  return (
    <div className={css.communications}>
      <ol className={css.list} aria-label="Communications, the latest first">
        {items.map((item) => (
          <CommunicationItem
            key={item.id}
            item={item}
            own={live && item.createdBy === me.id}
            onEdit={() => setEditing(item)}
            onDelete={() => remove(item)}
          />
        ))}
      </ol>
      {editing ? (
        <LogCommunication model={model} row={row} edit={editing} onClose={() => setEditing(null)} />
      ) : null}
    </div>
  );
}
