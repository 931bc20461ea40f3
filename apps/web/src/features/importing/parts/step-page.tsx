import type { ReactNode } from 'react';
import css from './parts.module.css';

/** The column of a step, with its buttons held at the foot of the window. The first of them stands apart. */
export function StepPage(props: { children: ReactNode; actions?: ReactNode }) {
  return (
    <>
      <div className={css.step}>{props.children}</div>
      {props.actions ? <div className={css.actions}>{props.actions}</div> : null}
    </>
  );
}

/** A titled part of a step. */
export function Part(props: { title: string; note?: ReactNode; end?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.part} aria-label={props.title}>
      <div className={css.head}>
        <div>
          <h3 className={css.partTitle}>{props.title}</h3>
          {props.note ? <p className={css.note}>{props.note}</p> : null}
        </div>
        {props.end}
      </div>
      {props.children}
    </section>
  );
}
