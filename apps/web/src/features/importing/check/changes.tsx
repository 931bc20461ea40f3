import type { Receipt } from '@crm/shared/contract/importing';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Part } from '../parts/step-page.tsx';
import { figure } from '../parts/words.ts';
import { type CellChange, KIND_WORDS, kindsOf } from './account.ts';
import { DiffTable } from './diff-table.tsx';
import { ProblemTable } from './problem-table.tsx';
import css from './tables.module.css';

export type Filter = 'all' | CellChange['kind'];
const FILTERS: Filter[] = ['all', 'new', 'changed', 'conflict', 'meaning', 'rejected'];

/** Every cell of the dry run, by kind. Rejected ones are listed in full; of the others the first 2,000. */
export function Changes(props: {
  diff: readonly CellChange[];
  total: number;
  problems: Receipt['problems'];
}) {
  const { diff, problems } = props;
  const [filter, setFilter] = useState<Filter>('all');
  const kinds = kindsOf(diff);
  const countOf = (one: Filter) =>
    one === 'all' ? diff.length : one === 'rejected' ? problems.length : kinds[one];
  const cut = props.total > diff.length;
  const shown = filter === 'all' ? diff : diff.filter((cell) => cell.kind === filter);
  if (diff.length === 0 && problems.length === 0) return null;
  return (
    <Part
      title="Cell by cell"
      note={`Cells that stay as they are are counted above and not listed.${
        cut ? ` Of the others the first ${figure(diff.length)} of ${figure(props.total)} are.` : ''
      }`}
    >
      <div className={css.filters} role="group" aria-label="Show">
        {FILTERS.filter((one) => one === 'all' || countOf(one) > 0).map((one) => (
          <Button
            key={one}
            variant="quiet"
            size="s"
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {one === 'all' ? 'All' : KIND_WORDS[one].word}
            <span className={css.filterCount}>{figure(countOf(one))}</span>
          </Button>
        ))}
      </div>
      {filter === 'rejected' ? (
        <ProblemTable problems={problems} />
      ) : (
        <DiffTable key={filter} cells={shown} />
      )}
    </Part>
  );
}
