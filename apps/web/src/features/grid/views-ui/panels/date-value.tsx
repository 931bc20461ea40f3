import type { DateOperand } from '@crm/shared';
import { Input, Select } from '../../../../ui/field.tsx';
import { operandOf } from '../words/condition.ts';
import { DAYS, operandInput, readDays, spanNote, SPANS, withMode } from '../words/days.ts';
import css from './filter-panel.module.css';
import { useTyped } from './use-typed.ts';
import type { ValueProps } from './value-editor.tsx';

/** A day or a span of days by its name, with its number of days or its date. */
export function DateValue({ condition, describedBy, span, onChange }: ValueProps & { span: boolean }) {
  const operand = operandOf(condition.value);
  const choices = span ? SPANS : DAYS;
  const mode = operand?.mode ?? (span ? 'pastWeek' : 'exactDate');
  const input = operandInput(mode);
  const note = spanNote(mode);
  const set = (to: DateOperand) => onChange(to);
  return (
    <div>
      <div className={css.date} data-with={input ?? undefined}>
        <Select
          aria-label={span ? 'Span of days' : 'Day'}
          value={mode}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.mode === event.target.value);
            if (chosen) set(withMode(operand, chosen.mode));
          }}
        >
          {choices.map((choice) => (
            <option key={choice.mode} value={choice.mode}>
              {choice.words}
            </option>
          ))}
        </Select>
        {input === 'date' ? (
          <Input
            type="date"
            aria-label="Date"
            aria-describedby={describedBy}
            value={operand?.date ?? ''}
            max="9999-12-31"
            onChange={({ target }) => set(target.value ? { mode, date: target.value } : { mode })}
          />
        ) : null}
        {input === 'days' ? (
          <DayCount
            days={operand?.days}
            describedBy={describedBy}
            onChange={(days) => set(days === undefined ? { mode } : { mode, days })}
          />
        ) : null}
      </div>
      {note ? <p className={css.note}>{note}</p> : null}
    </div>
  );
}

function DayCount(props: {
  days: number | undefined;
  describedBy: string | undefined;
  onChange(days: number | undefined): void;
}) {
  const typed = useTyped(props.days === undefined ? '' : String(props.days), (text) =>
    props.onChange(readDays(text)),
  );
  return (
    <Input
      aria-label="Number of days"
      aria-describedby={props.describedBy}
      inputMode="numeric"
      placeholder="Days"
      maxLength={5}
      value={typed.text}
      onChange={(event) => typed.type(event.target.value.replace(/\D/g, ''))}
      onBlur={typed.leave}
    />
  );
}
