import { kindOf } from '@crm/grid/columns';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { useGrid } from '../model/use-model.ts';
import type { Leave } from '../commands/editing.ts';
import { leaveFor } from './leave-keys.ts';
import type { EditorProps } from './types.ts';

/** The state of an editor that is a text: the draft, why it cannot be read, and when it is handed in. */
export function useTextDraft({ column, value, replace, submitText, close }: EditorProps) {
  const model = useGrid();
  const [text, setText] = useState(() =>
    replace ? '' : kindOf(column.type).toText(value, column.options, model.context()),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(false);
  const submit = (leave: Leave) => {
    if (done.current) return;
    const reason = submitText(text, leave);
    setProblem(reason);
    if (reason === null) done.current = true;
    else announce(reason, 'assertive');
  };
  return {
    text,
    problem,
    submit,
    type(next: string) {
      setText(next);
      setProblem(null);
    },
    cancel() {
      done.current = true;
      close('stay');
    },
    /** Handles the keys that leave; returns whether it did. */
    onKey(event: KeyboardEvent): boolean {
      const leave = leaveFor(event);
      if (!leave) return false;
      event.preventDefault();
      event.stopPropagation();
      if (leave === 'cancel') {
        done.current = true;
        close('stay');
      } else submit(leave);
      return true;
    },
  };
}
