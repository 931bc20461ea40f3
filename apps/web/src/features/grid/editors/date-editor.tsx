import { kindOf } from '@crm/grid/columns';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useGrid } from '../model/use-model.ts';
import { addDays, addMonths, monthDays } from './month.ts';
import { Problem } from './problem.tsx';
import { useTextDraft } from './text-draft.ts';
import type { EditorProps } from './types.ts';
import { useFocus } from './use-focus.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** A date, or a date with a time: typed freely or picked from a month. Alt and arrows move the day from the keyboard. */
export function DateEditor(props: EditorProps) {
  const model = useGrid();
  const draft = useTextDraft(props);
  const input = useFocus<HTMLInputElement>();
  const { now, timeZone } = model.context();
  const inZone = (at: Date) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: props.column.options.timeZone ?? timeZone }).format(at);
  const today = inZone(now);
  const parsed = kindOf(props.column.type).parse(draft.text, props.column.options, model.context());
  const value = parsed.ok && typeof parsed.value === 'string' ? parsed.value : null;
  const chosen = value === null ? null : value.length > 10 ? inZone(new Date(value)) : value;
  const [month, setMonth] = useState(chosen ?? today);
  const time = draft.text.trim().split(/\s+/).slice(1).join(' ');
  const put = (day: string) => {
    setMonth(day);
    draft.type(props.column.type === 'dateTime' ? `${day} ${time || '09:00'}` : day);
  };
  const days = monthDays(month);
  const title = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) draft.submit('stay');
      }}
    >
      <input
        ref={input}
        className="g-input"
        aria-label={props.column.name}
        value={draft.text}
        placeholder={props.column.type === 'dateTime' ? '2026-03-31 14:00' : '2026-03-31'}
        autoComplete="off"
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={(event) => {
          const steps: Record<string, number> = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 };
          const by = event.altKey ? steps[event.key] : undefined;
          if (by === undefined) draft.onKey(event);
          else {
            event.preventDefault();
            put(addDays(chosen ?? today, by));
          }
        }}
      />
      <Problem text={draft.problem} />
      <div className="g-pop g-month" onMouseDown={(event) => event.preventDefault()}>
        <div className="g-month-head">
          <button
            type="button"
            tabIndex={-1}
            aria-label="Month before"
            onClick={() => setMonth(addMonths(month, -1))}
          >
            <ChevronLeft size={16} aria-hidden />
          </button>
          <span>{title.format(new Date(`${month}T00:00:00Z`))}</span>
          <button
            type="button"
            tabIndex={-1}
            aria-label="Month after"
            onClick={() => setMonth(addMonths(month, 1))}
          >
            <ChevronRight size={16} aria-hidden />
          </button>
        </div>
        <div className="g-days">
          {DAYS.map((day) => (
            <span key={day} className="g-day-name" aria-hidden>
              {day}
            </span>
          ))}
          {days.map((day) => (
            <button
              key={day}
              type="button"
              tabIndex={-1}
              className="g-day"
              data-other={day.slice(0, 7) !== month.slice(0, 7) || undefined}
              data-today={day === today || undefined}
              aria-pressed={day === chosen}
              aria-label={day}
              onClick={() => {
                if (props.column.type === 'date') props.submitValue(day, 'stay');
                else put(day);
              }}
            >
              {Number(day.slice(8))}
            </button>
          ))}
        </div>
        <div className="g-month-foot">
          <button type="button" tabIndex={-1} onClick={() => put(today)}>
            Today
          </button>
          <button type="button" tabIndex={-1} onClick={() => props.submitValue(null, 'stay')}>
            Clear
          </button>
        </div>
      </div>
    </div>
  );
}
