import type { Receipt } from '@crm/shared/contract/importing';
import { useState } from 'react';
import { LongText } from './long-text.tsx';
import { PAGE, Pager } from './pager.tsx';
import css from './tables.module.css';

/** Every cell that is not taken, with the reason; a column that is left out stands in one line. */
export function ProblemTable({ problems }: { problems: Receipt['problems'] }) {
  const [page, setPage] = useState(0);
  const from = page * PAGE;
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">In the file</th>
            <th scope="col">Why it is not taken</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(from, from + PAGE).map((problem, index) => (
            <tr key={from + index}>
              <th scope="row" className={css.row}>
                <span className={css.where}>
                  <span className={css.line}>{problem.row}</span>
                </span>
              </th>
              <td className={css.column}>{problem.column}</td>
              <td className={css.values}>
                <LongText text={problem.value} />
              </td>
              <td className={css.kind}>{problem.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} total={problems.length} what="the rejected cells" onPage={setPage} />
    </>
  );
}
