import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { errorCode, errorSentence } from '../../../app/errors.ts';
import { api, queryClient, rpc } from '../../../rpc.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { LoadingLines, Spinner } from '../../../ui/progress.tsx';
import { ErrorState, Problem } from '../../../ui/states.tsx';
import { useFileDrop } from '../choose/use-file-drop.ts';
import { CHOOSE, importPath } from '../parts/address.ts';
import { type Draft, dropDraft } from '../parts/draft.ts';
import { StepHeading } from '../parts/step-heading.tsx';
import { StepPage } from '../parts/step-page.tsx';
import { count } from '../parts/words.ts';
import { useRejectedDownload } from '../receipt/download-rejected.ts';
import { changesNothing } from './account.ts';
import { DryRun } from './dry-run.tsx';
import { planInTurn } from './plan-in-turn.ts';

/** The third step: the dry run, worked out anew each time, since the sheet may have changed. */
export function CheckStep({ draft }: { draft: Draft }) {
  const { begun, mapping, mergeKey } = draft;
  const { id } = begun;
  const [, navigate] = useLocation();
  useFileDrop(null);
  const plan = useQuery({
    queryKey: ['importing', 'plan', id, mapping, mergeKey],
    queryFn: () => planInTurn({ id, mapping, mergeKey }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const rejected = useRejectedDownload();
  const start = useMutation({
    mutationFn: () => rpc.importing.start.mutate({ id }),
    onSuccess: async () => {
      announce('The import has started');
      await queryClient.invalidateQueries({ queryKey: api.importing.status.queryKey({ id }) });
      navigate(importPath(id), { replace: true });
      dropDraft(id);
    },
  });
  const { data } = plan;
  const making = mapping.filter(({ to }) => to === 'new' || to === 'fund').length;
  const nothing = data !== undefined && changesNothing(data.receipt, making);
  useEffect(() => {
    if (!data) return;
    const { rows, cells } = data.receipt;
    announce(
      nothing
        ? 'The dry run is ready: 0 changes'
        : `The dry run is ready: ${rows.new} new, ${rows.changed} changed, ${rows.problem} with a problem, ${cells.rejected} cells rejected`,
    );
  }, [data, nothing]);

  return (
    <StepPage
      actions={
        <>
          <Link href={importPath(id)}>Back to the columns</Link>
          {data && data.receipt.problems.length > 0 ? (
            <Button
              icon={<Download size={16} aria-hidden />}
              busy={rejected.isPending}
              onClick={() => rejected.mutate(id)}
            >
              Download the problems
            </Button>
          ) : null}
          {nothing ? (
            <Button
              variant="primary"
              onClick={() => {
                dropDraft(id);
                navigate('/grid');
              }}
            >
              Back to the sheet
            </Button>
          ) : (
            <Button variant="primary" disabled={!data} busy={start.isPending} onClick={() => start.mutate()}>
              {data
                ? `Import ${count(data.receipt.rows.new + data.receipt.rows.changed, 'row', 'rows')}`
                : 'Import'}
            </Button>
          )}
        </>
      }
    >
      <StepHeading title="Check what will change">
        {begun.fileName}: a dry run against the sheet as it stands. Nothing is changed until you import.
      </StepHeading>
      {start.error ? <Problem>{errorSentence(start.error)}</Problem> : null}
      {data ? (
        <DryRun draft={draft} plan={data} nothing={nothing} making={making} />
      ) : plan.error ? (
        <ErrorState
          title="The dry run could not be made"
          {...(errorCode(plan.error) === 'GONE' ? {} : { onRetry: () => void plan.refetch() })}
          action={
            <Button onClick={() => navigate(errorCode(plan.error) === 'BAD_INPUT' ? importPath(id) : CHOOSE)}>
              {errorCode(plan.error) === 'BAD_INPUT' ? 'Back to the columns' : 'Choose the file again'}
            </Button>
          }
        >
          <p>{errorSentence(plan.error)} Nothing was changed.</p>
        </ErrorState>
      ) : (
        <Working rows={begun.rows} />
      )}
    </StepPage>
  );
}

function Working({ rows }: { rows: number }) {
  return (
    <div>
      <p>
        <Spinner /> Comparing {count(rows, 'row', 'rows')} with the sheet
      </p>
      <LoadingLines label="Working out the dry run" lines={6} />
    </div>
  );
}
