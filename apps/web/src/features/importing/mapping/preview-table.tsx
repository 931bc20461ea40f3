import type { ProposedColumn } from '@crm/shared/contract/importing';
import { memo } from 'react';
import css from './preview-table.module.css';

/** The first rows of the file as they stand in it. */
export const PreviewTable = memo(function PreviewTable(props: {
  columns: readonly ProposedColumn[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <div className={css.scroll} role="region" aria-label="First rows of the file" tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.number}>
              Row
            </th>
            {props.columns.map(({ index, name }) => (
              <th key={index} scope="col">
                {name.trim()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, line) => (
            // The rows of a file have no other name than their place.
            <tr key={line}>
              <th scope="row" className={css.number}>
                {line + 1}
              </th>
              {props.columns.map(({ index }) => (
                <td key={index}>{row[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
