import type { ImportId } from '@crm/shared';
import type { ImportStatus } from '@crm/shared/contract/importing';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { errorCode, errorSentence } from '../../app/errors.ts';
import { useMe } from '../../app/session.ts';
import { api, queryClient } from '../../rpc.ts';
import { LoadingLines } from '../../ui/progress.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CheckStep } from './check/check-step.tsx';
import { ReopenStep } from './choose/choose-step.tsx';
import { MappingStep } from './mapping/mapping-step.tsx';
import { CHOOSE } from './parts/address.ts';
import { useDraft } from './parts/draft.ts';
import { ProgressStep } from './receipt/progress-step.tsx';
import { ReceiptStep } from './receipt/receipt-step.tsx';

/** How often a running import is asked how far it is, in milliseconds. */
const ASK_MS = 500;

/** Where an import stands, asked again and again while it runs. */
function useRun(id: ImportId) {
  return useQuery(
    api.importing.status.queryOptions(
      { id },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_MS : false),
      },
    ),
  );
}

/** An import at its address: being prepared, under way, or over. */
export function Run({ id, checking }: { id: ImportId; checking: boolean }) {
  const run = useRun(id);
  const state = run.data?.state;
  useEffect(() => {
    // The sheet and its columns are others now.
    if (state === 'done' || state === 'undone')
      void queryClient.invalidateQueries({ queryKey: ['importing', 'columns'] });
  }, [state]);
  if (run.data) return <Stage key={state} run={run.data} at={run.dataUpdatedAt} checking={checking} />;
  if (!run.error) return <LoadingLines label="Reading the import" />;
  return errorCode(run.error) === 'NOT_FOUND' ? (
    <ErrorState title="There is no such import" action={<Link href={CHOOSE}>All imports</Link>}>
      <p>The address may be mistyped. Every import that was started is listed under Import.</p>
    </ErrorState>
  ) : (
    <ErrorState title="The import could not be read" onRetry={() => void run.refetch()}>
      <p>{errorSentence(run.error)} An import that is under way goes on.</p>
    </ErrorState>
  );
}

function Stage(props: { run: ImportStatus; at: number; checking: boolean }) {
  const { run } = props;
  const { me } = useMe();
  const draft = useDraft(me.id);
  switch (run.state) {
    case 'running':
      return <ProgressStep run={run} at={props.at} />;
    case 'done':
    case 'failed':
    case 'undone':
      return <ReceiptStep run={run} />;
    case 'discarded':
      return (
        <ReopenStep
          title={`${run.fileName} was put aside`}
          words="Another file was opened after it, and nothing of this one was imported. Open it again to go on."
        />
      );
    case 'draft':
      if (run.userId !== me.id) {
        return (
          <ErrorState
            title="Somebody else prepares this import"
            action={<Link href={CHOOSE}>All imports</Link>}
          >
            <p>Its receipt can be seen here once it has been started.</p>
          </ErrorState>
        );
      }
      if (draft?.begun.id !== run.id) {
        return (
          <ReopenStep
            title={`${run.fileName} is not imported yet`}
            words="It was opened in another tab or on another device, which has the choices made there. Open the file here to choose anew; nothing has been changed so far."
          />
        );
      }
      return props.checking ? <CheckStep draft={draft} /> : <MappingStep draft={draft} />;
  }
}
