import { lazy, Suspense, useEffect } from 'react';
import { TopBar } from '../../app/top-bar.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { FindBar } from './find/find-bar.tsx';
import { GridBody } from './grid-body.tsx';
import { Here } from './here.tsx';
import type { GridModel } from './model/grid-model.ts';
import { useSignal } from './model/signal.ts';
import { GridContext } from './model/use-model.ts';
import { StatusPill } from './status-pill.tsx';
import { useGridCommands } from './use-grid-commands.tsx';
import { useRecordAddress } from './record/use-record-address.ts';
import { useSheet } from './use-session.ts';
import { ToolbarEnd } from './toolbar-end.tsx';
import { ViewTabs } from './views-ui/tabs/view-tabs.tsx';
import { Toolbar } from './views-ui/toolbar/toolbar.tsx';
import { useViews } from './views-ui/use-views.ts';
import './styles/page.css';

// What is opened now and then comes when it is first asked for.
const RecordPanel = lazy(() =>
  import('./record/record-panel.tsx').then((part) => ({ default: part.RecordPanel })),
);
const Tray = lazy(() => import('./tray/tray.tsx').then((part) => ({ default: part.Tray })));
const ArchivePanel = lazy(() =>
  import('./archive/archive-panel.tsx').then((part) => ({ default: part.ArchivePanel })),
);
const Asked = lazy(() => import('./asked.tsx').then((part) => ({ default: part.Asked })));
const GridMenu = lazy(() => import('./menus/grid-menu.tsx').then((part) => ({ default: part.GridMenu })));

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
  useRecordAddress(model);
  useEffect(() => {
    model.onViewsChanged = views.refresh;
    return () => {
      model.onViewsChanged = () => undefined;
    };
  }, [model, views]);
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
      <Toolbar model={model} views={views}>
        <ToolbarEnd model={model} />
        <Suspense fallback={null}>
          <OnDemand model={model} />
        </Suspense>
      </Toolbar>
      <div className="g-main">
        <GridBody />
        <SidePanel model={model} />
      </div>
    </div>
  );
}

/** The find bar, the right-click menu and the dialogs, each while it is open. */
function OnDemand({ model }: { model: GridModel }) {
  const find = useSignal(model.find);
  const menu = useSignal(model.menu);
  const asked = useSignal(model.ask);
  return (
    <>
      {find ? <FindBar /> : null}
      {menu ? <GridMenu menu={menu} /> : null}
      {asked ? <Asked asked={asked} /> : null}
    </>
  );
}

function SidePanel({ model }: { model: GridModel }) {
  const panel = useSignal(model.panel);
  if (!panel) return null;
  return (
    <Suspense fallback={null}>
      {panel.kind === 'record' ? <RecordPanel model={model} row={panel.row} /> : null}
      {panel.kind === 'tray' ? <Tray /> : null}
      {panel.kind === 'archived' ? <ArchivePanel model={model} start={panel.part} /> : null}
    </Suspense>
  );
}
