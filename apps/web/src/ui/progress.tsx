import type { CSSProperties } from 'react';
import { cx } from './cx.ts';
import { useLate } from './use-late.ts';
import css from './progress.module.css';

/** A small turning ring inside a control; the control says what it does. */
export function Spinner() {
  return <span className={css.spinner} aria-hidden="true" />;
}

/**
 * Long work with a count. `value` and `max` in the unit that `detail` speaks of ("1,200 of 6,000 rows, 4 s left");
 * without `value` the end is unknown.
 */
export function Progress(props: { label: string; value?: number; max?: number; detail?: string }) {
  const { value, max = 1 } = props;
  const share = value === undefined || max <= 0 ? undefined : Math.min(1, value / max);
  return (
    <div className={css.progress}>
      <div className={css.words}>
        <span>{props.label}</span>
        {props.detail ? <span className={css.detail}>{props.detail}</span> : null}
      </div>
      <div
        className={css.track}
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        aria-valuetext={props.detail}
      >
        <div
          className={cx(css.bar, share === undefined && css.unknown)}
          style={{ scale: `${share ?? 0.3} 1` }}
        />
      </div>
    </div>
  );
}

/** A grey stand-in of a known size. */
export function Skeleton(props: { width?: CSSProperties['width']; height?: CSSProperties['height'] }) {
  return (
    <span className={css.skeleton} style={{ width: props.width ?? '100%', height: props.height ?? 12 }} />
  );
}

/** Lines of skeleton that appear only when loading takes longer than 150 ms. */
export function LoadingLines(props: { label: string; lines?: number }) {
  const late = useLate(true);
  return (
    <div className={css.lines} role="status" aria-label={props.label}>
      {late
        ? Array.from({ length: props.lines ?? 5 }, (_, line) => (
            <Skeleton key={line} width={`${92 - ((line * 17) % 40)}%`} height={14} />
          ))
        : null}
    </div>
  );
}
