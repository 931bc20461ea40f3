import { lazy, Suspense } from 'react';
import { TopBar } from '../../app/top-bar.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Asked } from './asked.tsx';
import { FindBar } from './find/find-bar.tsx';
import { GridBody } from './grid-body.tsx';
import { Here } from './here.tsx';
import { GridMenu } from './menus/grid-menu.tsx';
import type { GridModel } from './model/grid-model.ts';
import { useSignal } from './model/signal.ts';
import { GridContext } from './model/use-model.ts';
import { StatusPill } from './status-pill.tsx';
import { Archived } from './tray/archived.tsx';
import { Tray } from './tray/tray.tsx';
import { useGridCommands } from './use-grid-commands.tsx';
import { useSheet } from './use-session.ts';
import { ViewTabs } from './views-ui/tabs/view-tabs.tsx';
import { Toolbar } from './views-ui/toolbar/toolbar.tsx';
import { useViews } from './views-ui/use-views.ts';
import './styles/page.css';

const RecordPanel = lazy(() =>
  import('./record/record-panel.tsx').then((part) => ({ default: part.RecordPanel })),
);

/** The investors' sheet: the page that people sit in. */
export function GridPage() {
  const { model, failed } = useSheet();
  if (failed)
    return (
      <ErrorState title="The sheet could not be opened" onRetry={() => location.reload()}>
        This browser did not let the page start. Nothing was lost; edits that were not sent are still on this
        device.
      </ErrorState>
    );
  if (!model) return <TopBar title="Investors" />;
  return (
    <GridContext value={model}>
      <Sheet model={model} />
    </GridContext>
  );
}

function Sheet({ model }: { model: GridModel }) {
  const views = useViews(model);
  useGridCommands(model);
  return (
    <div className="g-page">
      <TopBar
        title="Investors"
        tabs={<ViewTabs model={model} views={views} />}
        end={
          <>
            <Here />
            <StatusPill />
          </>
        }
      />
      <div className="g-toolbar">
        <Toolbar model={model} views={views} />
        <FindBar />
      </div>
      <div className="g-main">
        <GridBody />
        <SidePanel model={model} />
      </div>
      <GridMenu />
      <Asked />
    </div>
  );
}

function SidePanel({ model }: { model: GridModel }) {
  const panel = useSignal(model.panel);
  switch (panel?.kind) {
    case 'record':
      return (
        <Suspense fallback={null}>
          <RecordPanel model={model} row={panel.row} />
        </Suspense>
      );
    case 'tray':
      return <Tray />;
    case 'archived':
      return <Archived />;
    default:
      return null;
  }
}
