import { CommunicationType } from '@crm/shared';
import type { Communication } from '@crm/shared';
import { useEffect, useId, useRef } from 'react';
import { Field, Input, Textarea } from '../../../ui/field.tsx';
import css from './log.module.css';
import { TypeIcon } from './type-icon.tsx';
import { TYPE_WORDS } from './words.ts';

/** What a person fills in. */
export type LogDraft = Pick<
  Communication,
  'type' | 'occurredOn' | 'subject' | 'body' | 'outcome' | 'nextStep'
>;

export const EMPTY_DRAFT: LogDraft = {
  type: 'call',
  occurredOn: '',
  subject: '',
  body: '',
  outcome: '',
  nextStep: '',
};

/** Whether words would be lost: another type or day alone is no work. */
export function isTouched(draft: LogDraft, start: LogDraft): boolean {
  return (['subject', 'body', 'outcome', 'nextStep'] as const).some(
    (key) => draft[key].trim() !== start[key].trim(),
  );
}

/** The fields of a communication. */
export function LogForm(props: {
  draft: LogDraft;
  today: string;
  problems: Partial<Record<keyof LogDraft, string>>;
  hints: { nextStep: string | null };
  foot: string;
  onChange: (patch: Partial<LogDraft>) => void;
}) {
  const { draft, problems, onChange } = props;
  const group = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div className={css.form}>
      <fieldset className={css.types}>
        <legend className={css.legend}>Type</legend>
        {CommunicationType.options.map((type) => (
          <label key={type} className={css.type}>
            <input
              type="radio"
              name={group}
              checked={draft.type === type}
              onChange={() => onChange({ type })}
            />
            <TypeIcon type={type} />
            {TYPE_WORDS[type]}
          </label>
        ))}
      </fieldset>
      <div className={css.top}>
        <Field label="Subject" error={problems.subject ?? null}>
          <Input
            value={draft.subject}
            ref={first}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => onChange({ subject: event.target.value })}
          />
        </Field>
        <Field label="Date" error={problems.occurredOn ?? null}>
          <Input
            type="date"
            value={draft.occurredOn}
            max={draft.type === 'note' ? undefined : props.today}
            onChange={(event) => onChange({ occurredOn: event.target.value })}
          />
        </Field>
      </div>
      <Field label="What was said" error={problems.body ?? null}>
        <Textarea rows={5} value={draft.body} onChange={(event) => onChange({ body: event.target.value })} />
      </Field>
      <Field label="Outcome" error={problems.outcome ?? null}>
        <Input
          value={draft.outcome}
          autoComplete="off"
          placeholder="Wants the data room"
          onChange={(event) => onChange({ outcome: event.target.value })}
        />
      </Field>
      <Field label="Next step" error={problems.nextStep ?? null} hint={props.hints.nextStep}>
        <Input
          value={draft.nextStep}
          autoComplete="off"
          placeholder="Send the deck by Friday"
          onChange={(event) => onChange({ nextStep: event.target.value })}
        />
      </Field>
      <p className={css.foot}>{props.foot}</p>
    </div>
  );
}
