import { type ReactNode, useEffect, useRef } from 'react';
import css from './parts.module.css';

/** The heading of a step. It takes the focus when the step appears, so that reading goes on from there. */
export function StepHeading(props: { title: string; children?: ReactNode; end?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.closest('main')?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={css.head}>
      <div>
        <h2 ref={heading} tabIndex={-1} className={css.title}>
          {props.title}
        </h2>
        {props.children ? <div className={css.lead}>{props.children}</div> : null}
      </div>
      {props.end}
    </header>
  );
}
