import { type ReactNode, useId } from 'react';
import css from './section.module.css';

/** A titled block of a page of settings. `wide` for tables. */
export function Section(props: {
  title: string;
  description?: ReactNode;
  /** Beside the title: the section's action. */
  end?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css.section} data-wide={props.wide || undefined} aria-labelledby={id}>
      <header className={css.head}>
        <div>
          <h2 className={css.title} id={id}>
            {props.title}
          </h2>
          {props.description ? <p className={css.description}>{props.description}</p> : null}
        </div>
        {props.end}
      </header>
      {props.children}
    </section>
  );
}

/** The column of sections under a page's bar. */
export function Sections({ children }: { children: ReactNode }) {
  return <div className={css.sections}>{children}</div>;
}

/** A form inside a section: inputs one under the other, its button at the end. */
export const sectionForm = css.form;
/** The row of buttons under a form, with what became of it beside them. */
export const sectionActions = css.actions;
