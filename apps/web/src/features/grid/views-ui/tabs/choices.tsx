import { useId } from 'react';
import css from './new-view.module.css';

/** A few choices that exclude each other, each with what it means. */
export function Choices<T extends string>(props: {
  legend: string;
  value: T;
  choices: readonly { value: T; label: string; detail: string }[];
  onChange(value: T): void;
}) {
  const name = useId();
  return (
    <fieldset className={css.choices}>
      <legend className={css.legend}>{props.legend}</legend>
      <div className={css.options}>
        {props.choices.map((choice) => (
          <label key={choice.value} className={css.choice}>
            <input
              type="radio"
              name={name}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span className={css.label}>
              {choice.label}
              <span className={css.detail}>{choice.detail}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
