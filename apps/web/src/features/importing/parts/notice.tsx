import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './parts.module.css';

const ICONS = { neutral: Info, success: CircleCheck, attention: TriangleAlert, danger: TriangleAlert };

/** A sentence or two that somebody should read before going on. */
export function Notice(props: { tone?: keyof typeof ICONS; children: ReactNode; end?: ReactNode }) {
  const tone = props.tone ?? 'neutral';
  const Icon = ICONS[tone];
  return (
    <div className={css.notice} data-tone={tone}>
      <Icon size={16} aria-hidden />
      <div>{props.children}</div>
      {props.end}
    </div>
  );
}
