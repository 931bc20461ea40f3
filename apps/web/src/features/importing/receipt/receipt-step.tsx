import { kindOf } from '@crm/grid/columns';
import { ColumnType } from '@crm/shared';
import type { ImportStatus } from '@crm/shared/contract/importing';
import { useQuery } from '@tanstack/react-query';
import { Download, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { CellEquation, RowCounts } from '../check/counts.tsx';
import { ProblemTable } from '../check/problem-table.tsx';
import { useFileDrop } from '../choose/use-file-drop.ts';
import { CHOOSE } from '../parts/address.ts';
import { Notice } from '../parts/notice.tsx';
import { StepHeading } from '../parts/step-heading.tsx';
import { Part, StepPage } from '../parts/step-page.tsx';
import { figure } from '../parts/words.ts';
import { useRejectedDownload } from './download-rejected.ts';
import { leftOutOf, outcomeTitle } from './outcome.ts';
import css from './receipt.module.css';
import { UndoOutcome } from './undo-outcome.tsx';
import { UndoQuestion, type Undone, undoneKey } from './undo.tsx';

/** The last step: what the import did, to the cell, and the way back. */
export function ReceiptStep({ run }: { run: ImportStatus }) {
  const { receipt, state } = run;
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const rejected = useRejectedDownload();
  useFileDrop(null);
  // Filled by the undo itself; the server does not keep it.
  const undone = useQuery<Undone>({
    queryKey: undoneKey(run.id),
    enabled: false,
    queryFn: () => Promise.reject(new Error('never asked for')),
  });
  const title = outcomeTitle(run);
  useEffect(() => announce(title), [title]);
  const canUndo = state === 'done' || state === 'failed';
  return (
    <StepPage
      actions={
        <>
          <Link href={CHOOSE}>Import another file</Link>
          {canUndo ? (
            <Button icon={<Undo2 size={16} aria-hidden />} onClick={() => setAsking(true)}>
              Undo this import
            </Button>
          ) : null}
          <Button variant="primary" onClick={() => navigate('/grid')}>
            Open the sheet
          </Button>
        </>
      }
    >
      <StepHeading title={title}>
        {new Date(run.createdAt).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' })}
      </StepHeading>
      {state === 'undone' ? (
        undone.data ? (
          <UndoOutcome outcome={undone.data} />
        ) : (
          <Notice>
            What this import did was taken back, but for what had been edited since. The account below is of
            the import.
          </Notice>
        )
      ) : null}
      {state === 'failed' ? (
        <Notice tone="danger">
          {run.error} {figure(run.done)} of {figure(run.total)} rows were written and are safe; the others
          were not. Undo takes back what was written, or import the file again to go on.
        </Notice>
      ) : null}
      {receipt ? (
        <>
          <Part title="Rows">
            <RowCounts rows={receipt.rows} />
          </Part>
          <Part title="Cells">
            <CellEquation cells={receipt.cells} leftOut={leftOutOf(receipt)} />
          </Part>
          {receipt.problems.length > 0 ? (
            <Part
              title="Not taken"
              note="What cannot be read can be mended in the file and imported again: what is here already is not doubled."
              end={
                <Button
                  icon={<Download size={16} aria-hidden />}
                  busy={rejected.isPending}
                  onClick={() => rejected.mutate(run.id)}
                >
                  Download the rejected rows
                </Button>
              }
            >
              <ProblemTable problems={receipt.problems} />
            </Part>
          ) : null}
          <Part title="Columns">
            <ul className={css.columns}>
              {receipt.columns.map((column) => (
                <li key={column.name}>
                  <span className={css.name}>{column.name.trim()}</span>
                  <span>{typeWord(column.type)}</span>
                  <span className={css.reason}>{column.evidence}</span>
                </li>
              ))}
            </ul>
          </Part>
        </>
      ) : null}
      {asking ? <UndoQuestion id={run.id} fileName={run.fileName} onClose={() => setAsking(false)} /> : null}
    </StepPage>
  );
}

function typeWord(type: string): string {
  const known = ColumnType.safeParse(type);
  return known.success ? kindOf(known.data).label : 'Left out';
}
