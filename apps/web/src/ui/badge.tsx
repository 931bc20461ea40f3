import type { Hue } from '@crm/shared';
import type { ReactNode } from 'react';
import css from './badge.module.css';

/** A short word on a tint: a meaning (`tone`) or one of the ten hues. */
export function Badge(props: {
  tone?: 'neutral' | 'accent' | 'attention' | 'danger' | 'success';
  hue?: Hue;
  children: ReactNode;
}) {
  return (
    <span
      className={css.badge}
      data-tone={props.hue ? undefined : (props.tone ?? 'neutral')}
      data-hue={props.hue}
    >
      {props.children}
    </span>
  );
}
