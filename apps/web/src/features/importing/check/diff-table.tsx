import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.tsx';
import { Hidden } from '../../../ui/live.tsx';
import { type CellChange, KIND_WORDS } from './account.ts';
import { LongText } from './long-text.tsx';
import { PAGE, Pager } from './pager.tsx';
import css from './tables.module.css';

/** Cells that the import would change or leave, with what stands there now and what the file says. */
export function DiffTable({ cells }: { cells: readonly CellChange[] }) {
  const [page, setPage] = useState(0);
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">Now, and in the file</th>
            <th scope="col">What happens</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(page * PAGE, (page + 1) * PAGE).map((cell) => (
            <tr key={`${cell.line} ${cell.column}`}>
              <th scope="row" className={css.row}>
                <span className={css.where}>
                  <span className={css.line}>{cell.line}</span>{' '}
                  <span className={css.label}>{cell.label}</span>
                </span>
              </th>
              <td className={css.column}>{cell.column}</td>
              <td className={css.values}>
                {cell.before === '' ? null : (
                  <>
                    <Hidden>Now </Hidden>
                    <span
                      className={css.before}
                      data-kept={cell.kind === 'conflict' || cell.kind === 'rejected' || undefined}
                    >
                      <LongText text={cell.before} />
                    </span>{' '}
                    <ArrowRight className={css.arrow} size={12} aria-hidden />
                    <Hidden>, in the file </Hidden>{' '}
                  </>
                )}
                {cell.after === '' ? (
                  <span className={css.empty}>empty</span>
                ) : (
                  <span
                    className={css.after}
                    data-refused={cell.kind === 'conflict' || cell.kind === 'rejected' || undefined}
                  >
                    <LongText text={cell.after} />
                  </span>
                )}
              </td>
              <td className={css.kind}>
                <Badge tone={KIND_WORDS[cell.kind].tone}>{KIND_WORDS[cell.kind].word}</Badge>
                {cell.note === null ? null : <p className={css.note}>{cell.note}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} total={cells.length} what="the changes" onPage={setPage} />
    </>
  );
}
