import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './states.module.css';

/** Says what goes here and offers the one next step. */
export function EmptyState(props: {
  /** It is all there is on the page: its title is the page's heading. */
  page?: boolean;
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Title = props.page ? 'h1' : 'h2';
  return (
    <div className={css.state}>
      {props.icon ? <span className={css.icon}>{props.icon}</span> : null}
      <Title className={css.title}>{props.title}</Title>
      {props.children ? <div className={css.words}>{props.children}</div> : null}
      {props.action ? <div className={css.action}>{props.action}</div> : null}
    </div>
  );
}

/** Says what happened, what is safe, and what to do. */
export function ErrorState(props: {
  /** It is all there is on the page: its title is the page's heading. */
  page?: boolean;
  title: string;
  children?: ReactNode;
  /** Shown as *Try again*. */
  onRetry?: () => void;
  action?: ReactNode;
}) {
  const Title = props.page ? 'h1' : 'h2';
  return (
    <div className={css.state} role="alert">
      <Title className={css.title}>{props.title}</Title>
      {props.children ? <div className={css.words}>{props.children}</div> : null}
      {props.onRetry || props.action ? (
        <div className={css.action}>
          {props.onRetry ? <Button onClick={props.onRetry}>Try again</Button> : null}
          {props.action}
        </div>
      ) : null}
    </div>
  );
}

/** What went wrong with a form as a whole, above its inputs. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className={css.problem} role="alert">
      {children}
    </p>
  );
}
