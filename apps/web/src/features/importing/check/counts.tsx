import type { Receipt } from '@crm/shared/contract/importing';
import { figure } from '../parts/words.ts';
import { addsUp } from './account.ts';
import css from './counts.module.css';

/** What becomes of the rows of the file. */
export function RowCounts({ rows }: { rows: Receipt['rows'] }) {
  const counts = [
    ['New investors', rows.new],
    ['Changed', rows.changed],
    ['Unchanged', rows.unchanged],
    ['Rows with a problem', rows.problem],
  ] as const;
  return (
    <dl className={css.rows}>
      {counts.map(([name, n]) => (
        <div key={name} className={css.count} data-zero={n === 0 || undefined}>
          <dt>{name}</dt>
          <dd>{figure(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The account to the cell: every filled cell of the file stands in exactly one of the three. */
export function CellEquation({ cells, leftOut }: { cells: Receipt['cells']; leftOut: number }) {
  const terms = [
    { sign: '=', n: cells.imported, name: 'imported', words: 'stand here as the file has them' },
    {
      sign: '+',
      n: cells.changedInMeaning,
      name: 'changed in meaning',
      words: 'say less or other than the file, such as $18.2M',
    },
    {
      sign: '+',
      n: cells.rejected,
      name: 'rejected',
      words: leftOut > 0 ? `not taken; ${figure(leftOut)} stand in columns left out` : 'not taken',
    },
  ];
  return (
    <div className={css.account}>
      <div className={css.equation} role="group" aria-label="Account of the cells">
        <p className={css.term}>
          <span className={css.figure}>{figure(cells.read)}</span>
          <span className={css.name}>cells read</span>
          <span className={css.words}>every filled cell of the file</span>
        </p>
        {terms.map((term) => (
          <p key={term.name} className={css.term} data-zero={term.n === 0 || undefined}>
            <span className={css.figure}>
              <span className={css.sign}>{term.sign} </span>
              {figure(term.n)}
            </span>
            <span className={css.name}>{term.name}</span>
            <span className={css.words}>{term.words}</span>
          </p>
        ))}
      </div>
      {addsUp(cells) ? null : (
        <p className={css.off} role="alert">
          The account does not add up. Do not rely on it, and report this file as a mistake of the program.
        </p>
      )}
    </div>
  );
}
