import type { InvestorId } from '@crm/shared';
import { History } from 'lucide-react';
import { errorSentence } from '../../../../app/errors.ts';
import { Button } from '../../../../ui/button.tsx';
import { LoadingLines } from '../../../../ui/progress.tsx';
import { EmptyState, ErrorState, Problem } from '../../../../ui/states.tsx';
import { useGrid } from '../../model/use-model.ts';
import { HistoryItem } from './history-item.tsx';
import css from './history.module.css';
import { useHistory } from './use-history.ts';

/** Who changed what, from what to what, and when; every value can be put back. */
export function HistoryTab({ row }: { row: InvestorId }) {
  const model = useGrid();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useHistory(
    model,
    row,
  );
  if (isPending) {
    return (
      <div className={css.history}>
        <LoadingLines label="Loading the history" />
      </div>
    );
  }
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  if (error && entries.length === 0) {
    return (
      <ErrorState title="The history cannot be shown" onRetry={() => void refetch()}>
        {errorSentence(error)} The record itself is safe.
      </ErrorState>
    );
  }
  if (entries.length === 0) {
    return (
      <EmptyState icon={<History size={20} aria-hidden />} title="No changes yet">
        Every change to this investor stands here: who made it, when, and what was there before.
      </EmptyState>
    );
  }
  return (
    <div className={css.history}>
      {error ? <Problem>{errorSentence(error)}</Problem> : null}
      <ol className={css.list} aria-label="Changes, the latest first">
        {entries.map((entry) => (
          <HistoryItem key={`${entry.seq} ${entry.col ?? ''}`} row={row} entry={entry} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older changes
        </Button>
      ) : (
        <p className={css.end}>That is all that is kept.</p>
      )}
    </div>
  );
}
