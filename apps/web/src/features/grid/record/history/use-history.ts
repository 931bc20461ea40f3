import type { InvestorId } from '@crm/shared';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryClient, rpc } from '../../../../rpc.ts';
import type { GridModel } from '../../model/grid-model.ts';
import { concerns } from '../use-record.ts';

const PAGE = 50;
/** Edits come in bursts; the history is read again when one is over. Milliseconds. */
const QUIET = 600;

/** What was done to a row, the latest first, page by page. Renewed when the row changes. */
export function useHistory(model: GridModel, row: InvestorId) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['history', row] }), QUIET);
    };
    const stops = [
      model.session.onChange((change) => {
        if (change.cells !== null && concerns(change, row, model.view.slotOf(row))) renew();
      }),
      // An own edit stands in the history once the server has it.
      model.session.onStatus(() => {
        if (model.session.status().state === 'saved') renew();
      }),
    ];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [model, row]);
  return useInfiniteQuery(
    {
      queryKey: ['history', row],
      queryFn: ({ pageParam, signal }) =>
        rpc.fundraising.history.query(
          { row, limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
          { signal },
        ),
      initialPageParam: null as number | null,
      getNextPageParam: (last) => (last.more ? (last.entries.at(-1)?.seq ?? null) : null),
      staleTime: 0,
    },
    queryClient,
  );
}
