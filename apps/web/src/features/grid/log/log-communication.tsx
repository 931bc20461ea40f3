import { Communication, CommunicationId, newId } from '@crm/shared';
import type { InvestorId } from '@crm/shared';
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useMe } from '../../../app/session.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { toast } from '../../../ui/toasts.ts';
import { undo } from '../commands/undo.ts';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { EMPTY_DRAFT, isTouched, LogForm, type LogDraft } from './log-form.tsx';
import css from './log.module.css';
import { logColumns, logPlan, notesHaveRoom } from './log-plan.ts';
import { noteLine } from './note-line.ts';
import { TYPE_WORDS } from './words.ts';

/** What the first complaint of the schema means for the person; null when nothing is wrong. */
function problemsOf(draft: LogDraft, today: string): Partial<Record<keyof LogDraft, string>> {
  const problems: Partial<Record<keyof LogDraft, string>> = {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.occurredOn)) problems.occurredOn = 'Pick a day.';
  else if (draft.occurredOn > today && draft.type !== 'note')
    problems.occurredOn = 'This day is still to come.';
  if ([draft.subject, draft.body, draft.outcome].every((text) => text.trim() === ''))
    problems.subject = 'Write a subject or what was said.';
  if (draft.subject.length > 500) problems.subject = 'A subject has at most 500 characters.';
  if (draft.body.length > 20_000) problems.body = 'At most 20,000 characters fit here.';
  if (draft.outcome.length > 2000) problems.outcome = 'At most 2,000 characters fit here.';
  if (draft.nextStep.length > 2000) problems.nextStep = 'At most 2,000 characters fit here.';
  return problems;
}

/**
 * Writes a call, meeting, note … down: the communication and what it leaves in the grid, as one step. With `edit` it
 * changes one that was logged before; the grid then stays as it is.
 */
export function LogCommunication(props: {
  model: GridModel;
  row: InvestorId;
  edit?: Communication;
  onClose: () => void;
}) {
  const { model, row, edit, onClose } = props;
  const { me } = useMe();
  useSignal(model.version);
  const { view, session } = model;
  const today = useMemo(() => {
    const { now, timeZone } = model.context();
    return new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  }, [model]);
  const start = useMemo<LogDraft>(() => edit ?? { ...EMPTY_DRAFT, occurredOn: today }, [edit, today]);
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const columns = logColumns(view.columns());
  const slot = view.slotOf(row) ?? -1;
  const nameColumn = view.columns().find((column) => column.key === 'name');
  const name = nameColumn ? model.text(slot, { column: nameColumn }) : '';
  const step = columns.nextStep ? model.text(slot, { column: columns.nextStep }) : '';
  const problems = problemsOf(draft, today);
  const line = noteLine(draft, me.name);
  const room = columns.notes ? notesHaveRoom(columns.notes, model.value(slot, columns.notes.id), line) : true;

  const leave = () => {
    if (isTouched(draft, start)) setAsking(true);
    else onClose();
  };
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) {
      announce(Object.values(problems)[0] ?? '', 'assertive');
      return;
    }
    const item = Communication.parse({
      ...(edit ?? {
        id: newId(CommunicationId),
        investorId: row,
        createdBy: me.id,
        createdAt: new Date().toISOString(),
        deletedAt: null,
      }),
      type: draft.type,
      occurredOn: draft.occurredOn,
      subject: draft.subject.trim(),
      body: draft.body.trim(),
      outcome: draft.outcome.trim(),
      nextStep: draft.nextStep.trim(),
    });
    const word = TYPE_WORDS[item.type].toLowerCase();
    if (edit) session.commit([{ t: 'comm.put', communication: item }], `Edit a ${word}`);
    else {
      model.hold(slot < 0 ? [] : [slot]);
      session.commit(logPlan(view, item, me.name), `Log a ${word}`);
    }
    onClose();
    toast({
      title: edit ? `Changed the ${word}` : `Logged the ${word}${name ? ` with ${name}` : ''}`,
      undo: () => undo(model),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    save();
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => {
          if (!open) leave();
        }}
        title={edit ? 'Edit communication' : 'Log communication'}
        description={name || 'Investor without a name'}
        footer={
          <>
            <Button onClick={leave}>Cancel</Button>
            <Button variant="primary" onClick={save} aria-keyshortcuts="Control+Enter">
              {edit ? 'Save' : 'Log'}
              <span className={css.keys}>
                <Kbd keys="mod+enter" />
              </span>
            </Button>
          </>
        }
      >
        <div role="presentation" onKeyDown={onKeyDown}>
          <LogForm
            draft={draft}
            today={today}
            problems={tried ? problems : {}}
            hints={{
              nextStep:
                edit || !columns.nextStep
                  ? null
                  : step === ''
                    ? 'Also goes into Next step.'
                    : `Replaces “${step}”.`,
            }}
            onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))}
            foot={noteHint({ edit: edit !== undefined, hasNotes: columns.notes !== undefined, room, line })}
          />
        </div>
      </Dialog>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Leave without saving?"
        action="Throw away"
        onConfirm={onClose}
      >
        What you wrote here has not been saved.
      </Confirm>
    </>
  );
}

/** What the notes will say of it. */
function noteHint(at: { edit: boolean; hasNotes: boolean; room: boolean; line: string }): string {
  if (at.edit) return 'The line in the notes stays as it was written.';
  if (!at.hasNotes) return 'The notes column was deleted, so that no line is added there.';
  if (!at.room) return 'The notes are full (32 KB): the communication is kept, without a line in the notes.';
  return `In the notes: ${at.line}`;
}
