import { FileUp, Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useLate } from '../../ui/use-late.ts';
import { insertRow } from './commands/rows.ts';
import { GridArea } from './grid-area.tsx';
import { useSignal } from './model/signal.ts';
import { useGrid } from './model/use-model.ts';
import { Skeleton } from './skeleton.tsx';
import { useNarrow } from './views-ui/panels/use-narrow.ts';

const CardList = lazy(() => import('./cards/card-list.tsx').then((part) => ({ default: part.CardList })));

/** Milliseconds without a first row after which an unreachable server is said so. */
const PATIENCE = 4000;

/** The sheet, or what stands in its place while there is none. */
export function GridBody() {
  const model = useGrid();
  useSignal(model.version);
  const { phase } = model.session;
  const opening = phase === 'opening';
  const late = useLate(opening);
  const narrow = useNarrow();
  useEffect(() => {
    if (phase !== 'ready') return;
    if (performance.getEntriesByName('sheet-whole').length === 0) performance.mark('sheet-whole');
  }, [phase]);
  if (opening) return late ? <Opening /> : <div className="g-frame" />;
  return (
    <>
      {narrow ? (
        <Suspense fallback={<div className="g-frame" />}>
          <CardList model={model} />
        </Suspense>
      ) : (
        <GridArea />
      )}
      {model.rowCount() === 0 && phase !== 'first' && !narrow ? <NoRows /> : null}
    </>
  );
}

function Opening() {
  const model = useGrid();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const { state, pending } = model.session.status();
  if (!long || state !== 'offline') return <Skeleton />;
  return (
    <ErrorState title="The server cannot be reached" onRetry={() => location.reload()}>
      The sheet opens by itself when the connection is back.
      {pending > 0 ? ` Your ${pending} unsent edits are safe on this device.` : ''}
    </ErrorState>
  );
}

function NoRows() {
  const model = useGrid();
  const [, navigate] = useLocation();
  const config = useSignal(model.config);
  const filtered = config.filter.conditions.length > 0;
  const any = Array.from({ length: model.view.slotCount }, (_, slot) => slot).some((slot) =>
    model.view.isLive(slot),
  );
  return (
    <div className="g-empty">
      {filtered && any ? (
        <EmptyState
          title="No investor matches"
          action={
            <Button
              onClick={() => model.configure({ ...config, filter: { ...config.filter, conditions: [] } })}
            >
              Clear the filter
            </Button>
          }
        >
          The filter of this view hides every row.
        </EmptyState>
      ) : (
        <EmptyState
          title="Your investors go here"
          action={
            <>
              <Button
                variant="primary"
                icon={<FileUp size={16} aria-hidden />}
                onClick={() => navigate('/import')}
              >
                Import a CSV
              </Button>
              <Button icon={<Plus size={16} aria-hidden />} onClick={() => insertRow(model, 'end')}>
                Add the first investor
              </Button>
            </>
          }
        >
          Bring them from Airtable or a spreadsheet, or begin with one.
        </EmptyState>
      )}
    </div>
  );
}
