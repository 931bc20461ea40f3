import type { ImportStatus } from '@crm/shared/contract/importing';
import { useQuery } from '@tanstack/react-query';
import { Download, Ellipsis, FileText, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { errorSentence } from '../../../app/errors.ts';
import { api } from '../../../rpc.ts';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { LoadingLines, Progress } from '../../../ui/progress.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import { importPath } from '../parts/address.ts';
import { figure } from '../parts/words.ts';
import { useRejectedDownload } from '../receipt/download-rejected.ts';
import { UndoQuestion } from '../receipt/undo.tsx';
import css from './import-list.module.css';
import { outcomeWords, STATE_WORDS } from './run-words.ts';

/** Every import that was started, newest first, with what can still be done about it. */
export function ImportList() {
  const list = useQuery(
    api.importing.list.queryOptions(undefined, {
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.some((run) => run.state === 'running') ? 1000 : false),
    }),
  );
  const people = useQuery(api.auth.people.queryOptions());
  const [undoing, setUndoing] = useState<ImportStatus | null>(null);
  if (!list.data) {
    return list.error ? (
      <ErrorState title="The imports could not be read" onRetry={() => void list.refetch()}>
        <p>{errorSentence(list.error)}</p>
      </ErrorState>
    ) : (
      <LoadingLines label="Reading the imports" lines={3} />
    );
  }
  if (list.data.length === 0) {
    return (
      <p className={css.empty}>
        No file has been imported yet. What you import is listed here and can be undone.
      </p>
    );
  }
  const nameOf = (id: ImportStatus['userId']) =>
    id === null ? 'The command line' : (people.data?.find((person) => person.id === id)?.name ?? 'Somebody');
  return (
    <>
      <ul className={css.list}>
        {list.data.map((run) => (
          <Run key={run.id} run={run} who={nameOf(run.userId)} onUndo={() => setUndoing(run)} />
        ))}
      </ul>
      {undoing ? (
        <UndoQuestion id={undoing.id} fileName={undoing.fileName} onClose={() => setUndoing(null)} />
      ) : null}
    </>
  );
}

function Run(props: { run: ImportStatus; who: string; onUndo(): void }) {
  const { run } = props;
  const [, navigate] = useLocation();
  const rejected = useRejectedDownload();
  const state = STATE_WORDS[run.state];
  const entries: MenuEntry[] = [
    {
      kind: 'item',
      label: run.state === 'running' ? 'Open the progress' : 'Open the receipt',
      icon: <FileText size={16} aria-hidden />,
      onSelect: () => navigate(importPath(run.id)),
    },
  ];
  if ((run.receipt?.cells.rejected ?? 0) > 0) {
    entries.push({
      kind: 'item',
      label: 'Download the rejected rows',
      icon: <Download size={16} aria-hidden />,
      onSelect: () => rejected.mutate(run.id),
    });
  }
  if (run.state === 'done' || run.state === 'failed') {
    entries.push(
      { kind: 'separator' },
      {
        kind: 'item',
        label: 'Undo the import',
        icon: <Undo2 size={16} aria-hidden />,
        tone: 'danger',
        onSelect: props.onUndo,
      },
    );
  }
  return (
    <li className={css.run}>
      <div className={css.what}>
        <Link className={css.file} href={importPath(run.id)}>
          {run.fileName}
        </Link>
        <span className={css.who}>
          {props.who} · <TimeAgo at={run.createdAt} />
        </span>
      </div>
      <div className={css.how}>
        {run.state === 'running' ? (
          <div className={css.bar}>
            <Progress
              label="Importing"
              value={run.done}
              max={run.total}
              detail={`${figure(run.done)} of ${figure(run.total)} rows`}
            />
          </div>
        ) : (
          <>
            <Badge tone={state.tone}>{state.word}</Badge>
            <span className={css.counts}>{run.receipt ? outcomeWords(run.receipt) : null}</span>
          </>
        )}
      </div>
      <Menu entries={entries} align="end">
        <IconButton label={`Actions for ${run.fileName}`} icon={<Ellipsis size={16} aria-hidden />} />
      </Menu>
    </li>
  );
}
