import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { figure } from '../parts/words.ts';
import css from './tables.module.css';

export const PAGE = 50;

/** Steps through a long table. Says which lines are shown. */
export function Pager(props: { page: number; total: number; what: string; onPage(page: number): void }) {
  const { page, total } = props;
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  if (last === 0) return null;
  const from = page * PAGE + 1;
  return (
    <nav className={css.pager} aria-label={`Pages of ${props.what}`}>
      <span role="status">
        {figure(from)}–{figure(Math.min(total, from + PAGE - 1))} of {figure(total)}
      </span>
      <IconButton
        label="Earlier"
        size="s"
        icon={<ChevronLeft size={16} aria-hidden />}
        disabled={page === 0}
        onClick={() => props.onPage(page - 1)}
      />
      <IconButton
        label="Later"
        size="s"
        icon={<ChevronRight size={16} aria-hidden />}
        disabled={page === last}
        onClick={() => props.onPage(page + 1)}
      />
    </nav>
  );
}
