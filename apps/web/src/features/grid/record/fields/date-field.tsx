import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';
import css from './fields.module.css';
import { Overtaken } from './overtaken.tsx';
import type { FieldProps } from './use-cell.ts';
import { useDraft } from './use-draft.ts';

/** A day: typed in any way that the grid reads, or picked from the browser's own calendar. */
export function DateField(props: FieldProps) {
  const draft = useDraft(props);
  const { cell } = draft;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={css.line}>
        <input
          id={props.id}
          className={css.control}
          value={draft.text}
          readOnly={props.locked}
          autoComplete="off"
          aria-describedby={props.describedBy}
          onChange={(event) => draft.type(event.target.value)}
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
          onKeyDown={(event) => draft.onKeyDown(event, true)}
        />
        <button
          type="button"
          className={css.follow}
          disabled={props.locked}
          aria-label={`Pick a day for ${props.column.name}`}
          data-tip="Pick a day"
          onClick={() => picker.current?.showPicker()}
        >
          <CalendarDays size={14} aria-hidden />
        </button>
        <input
          ref={picker}
          className={css.native}
          type="date"
          tabIndex={-1}
          aria-hidden
          value={typeof cell.value === 'string' ? cell.value : ''}
          onChange={(event) => cell.write(event.target.value === '' ? null : event.target.value)}
        />
      </div>
      <Overtaken show={draft.overtaken} now={cell.shown} />
    </>
  );
}
