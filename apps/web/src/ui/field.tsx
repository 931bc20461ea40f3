import { type ComponentProps, createContext, type ReactNode, use, useId } from 'react';
import { cx } from './cx.ts';
import css from './field.module.css';

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean };
const FieldContext = createContext<Wiring | null>(null);

/** A labelled control with its hint and its error; the control inside is wired to all three. */
export function Field(props: {
  label: string;
  hint?: ReactNode;
  /** One sentence saying what to do; shown in place of the hint. */
  error?: string | null | undefined;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const note = props.error ? `${id}-error` : props.hint ? `${id}-hint` : undefined;
  return (
    <div className={cx(css.field, props.className)}>
      <label className={css.label} htmlFor={id}>
        {props.label}
      </label>
      <FieldContext value={{ id, describedBy: note, invalid: Boolean(props.error) }}>
        {props.children}
      </FieldContext>
      {props.error ? (
        <p className={css.error} id={note} role="alert">
          {props.error}
        </p>
      ) : props.hint ? (
        <div className={css.hint} id={note}>
          {props.hint}
        </div>
      ) : null}
    </div>
  );
}

/** The attributes that tie a control to the `Field` around it; nothing outside one. */
export function useField(): { id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: true } {
  const field = use(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    ...(field.invalid ? { 'aria-invalid': true as const } : {}),
  };
}

/** A one-line text input. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...useField()} {...rest} className={cx(css.control, className)} />;
}

/** A text input of several lines. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...useField()} {...rest} className={cx(css.control, css.area, className)} />;
}

/** The browser's own select: typing finds an option, and phones show their wheel. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select {...useField()} {...rest} className={cx(css.control, css.select, className)} />;
}

/** A check box with its words beside it. */
export function Checkbox({ label, className, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={cx(css.check, className)}>
      <input {...rest} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}
