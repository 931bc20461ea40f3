import { Link } from 'wouter';
import { Notice } from '../parts/notice.tsx';
import { count } from '../parts/words.ts';
import css from './receipt.module.css';
import type { Undone } from './undo.tsx';

/** How many of what was left are listed. */
const MOST = 50;

/** What an undo took back, and what it left because it was edited or is in use. */
export function UndoOutcome({ outcome }: { outcome: Undone }) {
  const { reverted, skipped } = outcome;
  if (skipped.length === 0) {
    return (
      <Notice tone="success">
        {count(reverted, 'change was', 'changes were')} taken back. Nothing of this import is left.
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="attention">
        {count(reverted, 'change was', 'changes were')} taken back.{' '}
        {count(skipped.length, 'thing was', 'things were')} left, because somebody has edited{' '}
        {skipped.length === 1 ? 'it' : 'them'} since or uses {skipped.length === 1 ? 'it' : 'them'}.
      </Notice>
      <ul className={css.skipped}>
        {skipped.slice(0, MOST).map(({ row, column, reason }, index) => (
          <li key={index}>
            <span>
              {row ? <Link href={`/grid?record=${row}`}>An investor</Link> : null}
              {row && column ? ', ' : null}
              {column ? (row ? `column “${column}”` : `Column “${column}”`) : row ? null : 'A contact'}
            </span>
            <span className={css.reason}>{reason}</span>
          </li>
        ))}
      </ul>
      {skipped.length > MOST ? <p className={css.reason}>And {skipped.length - MOST} more.</p> : null}
    </>
  );
}
