import { type ReactNode, useEffect, useRef } from 'react';
import css from './auth-card.module.css';

/** The page around signing in, setting up and accepting an invitation. */
export function AuthCard(props: { title: string; intro?: ReactNode; children: ReactNode }) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${props.title} · Venture CRM`;
  }, [props.title]);
  useEffect(() => {
    // There is nothing here but this form: typing starts at once.
    card.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus();
  }, []);
  return (
    <main className={css.page}>
      <div className={css.column}>
        <p className={css.brand}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          Venture CRM
        </p>
        <section ref={card} className={css.card} aria-labelledby="auth-title">
          <h1 className={css.title} id="auth-title">
            {props.title}
          </h1>
          {props.intro ? <div className={css.intro}>{props.intro}</div> : null}
          {props.children}
        </section>
      </div>
    </main>
  );
}

/** Something to know before filling the form in. */
export function FormNotice({ children }: { children: ReactNode }) {
  return (
    <p className={css.notice} role="status">
      {children}
    </p>
  );
}

/** The form's inputs, one under the other. */
export const formClass = css.form;
/** A quiet line under the form. */
export const hintClass = css.hint;
