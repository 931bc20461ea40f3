import { useId } from 'react';
import css from './column-row.module.css';
import type { Question } from './questions.ts';

/** A question about a column that only a person can answer, in its row. */
export function Ask(props: {
  question: Question;
  answer: string | undefined;
  of: string;
  onAnswer(answer: string): void;
}) {
  const { question, answer } = props;
  const name = useId();
  return (
    <fieldset className={css.ask} data-open={answer === undefined || undefined}>
      <legend className={css.askText}>{question.text}</legend>
      {question.choices.map((choice) => (
        <label key={choice.value} className={css.choice}>
          <input
            type="radio"
            name={name}
            checked={answer === choice.value}
            aria-label={`${props.of}: ${choice.label}`}
            onChange={() => props.onAnswer(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
