import type { ReactNode } from 'react';
import css from './top-bar.module.css';

/** The bar at the head of a page: its name, its tabs, and at the end who is here and how things stand. */
export function TopBar(props: {
  /** The page's heading. */
  title: ReactNode;
  /** View tabs or section tabs. */
  tabs?: ReactNode;
  /** Presence, status pill, the page's main action. */
  end?: ReactNode;
}) {
  return (
    <header className={css.bar}>
      <h1 className={css.title}>{props.title}</h1>
      {props.tabs ? <div className={css.tabs}>{props.tabs}</div> : null}
      {props.end ? <div className={css.end}>{props.end}</div> : null}
    </header>
  );
}
