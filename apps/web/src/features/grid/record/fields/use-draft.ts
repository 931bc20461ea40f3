import { sameValue } from '@crm/shared';
import type { CellValue } from '@crm/shared';
import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { announce } from '../../../../ui/announce.ts';
import { read } from '../../commands/ops.ts';
import { type FieldProps, useCell } from './use-cell.ts';
import { writeField } from './write-field.ts';

interface Draft {
  readonly text: string;
  /** The text it began with. */
  readonly from: string;
  /** What stood in the cell, and which version, when it began. */
  readonly value: CellValue;
  readonly version: number;
}

/**
 * A text that is typed over a cell: read and written when the field is left or Enter is pressed, thrown away by Escape. The
 * write is guarded by the version that stood there when typing began.
 */
export function useDraft(props: FieldProps) {
  const { row, column, complain } = props;
  const cell = useCell(props);
  const { model } = cell;
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef<Draft | null>(null);
  const put = (next: Draft | null) => {
    latest.current = next;
    setDraft(next);
  };
  const begin = (): Draft => ({ text: cell.text, from: cell.text, value: cell.value, version: cell.version });

  const submit = (): boolean => {
    const typed = latest.current;
    if (!typed || typed.text === typed.from) {
      put(null);
      complain(null);
      return true;
    }
    const result = read(model, row, column, typed.text);
    if (!result.ok) {
      complain(result.reason);
      announce(result.reason, 'assertive');
      return false;
    }
    put(null);
    complain(null);
    writeField(model, { row, column, value: result.value, ifVer: typed.version, before: result.before });
    return true;
  };

  const leaving = useRef(submit);
  useEffect(() => {
    leaving.current = submit;
  });
  // A record that closes or goes to another row keeps what was typed.
  useEffect(() => () => void leaving.current(), []);

  return {
    cell,
    text: draft?.text ?? cell.shown,
    /** Somebody has changed the cell since typing began. */
    overtaken: draft !== null && draft.text !== draft.from && !sameValue(draft.value, cell.value),
    submit,
    type(text: string) {
      put({ ...(latest.current ?? begin()), text });
      complain(null);
    },
    onFocus(event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) {
      cell.enter();
      if (latest.current) return;
      put(begin());
      // The text as it is typed takes the place of the text as it is shown: what the focus had selected is selected again.
      const { target } = event;
      if (cell.text !== cell.shown) requestAnimationFrame(() => target.select());
    },
    onBlur() {
      submit();
      cell.leave();
    },
    /** Escape throws the draft away, once; Enter (`mod` Enter where Enter makes a line) writes it and stays. */
    onKeyDown(event: KeyboardEvent, enterWrites: boolean) {
      if (event.nativeEvent.isComposing) return;
      const { key } = event;
      if (key === 'Escape' && latest.current && latest.current.text !== latest.current.from) {
        event.preventDefault();
        put(begin());
        complain(null);
      } else if (key === 'Enter' && (enterWrites || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (submit()) announce('Saved');
      }
    },
  };
}
