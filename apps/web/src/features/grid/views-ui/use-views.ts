import type { UserId, ViewId } from '@crm/shared';
import { useEffect, useMemo } from 'react';
import { useSearch } from 'wouter';
import { errorCode, errorSentence } from '../../../app/errors.ts';
import { useMe } from '../../../app/session.ts';
import { onConnection } from '../../../rpc.ts';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import { Signal } from '../model/signal.ts';
import { putView, viewIn } from './state/address.ts';
import { keptChanges } from './state/kept-changes.ts';
import { ViewActs } from './state/view-acts.ts';
import type { ViewsApi } from './state/views-api.ts';
import { rpcViews } from './state/views-rpc.ts';
import { ViewsStore, type ViewsState } from './state/views-store.ts';

/** The views of a grid, for `ViewTabs` and `Toolbar`. */
export interface Views {
  readonly state: Signal<ViewsState>;
  readonly acts: ViewActs;
  /** Whether a new view is being made up. */
  readonly making: Signal<boolean>;
  readonly me: { readonly id: UserId; readonly admin: boolean };
  open(id: ViewId): void;
  /** Asks the server again; for the stream's `changed: views`. */
  refresh(): void;
  /** Sends what waits now. */
  flush(): void;
  saveForEveryone(): void;
  /** Drops one's own changes of the view shown; a notice offers to take them back. */
  reset(): void;
}

/**
 * Loads the views, shows the one that `?view=` names (else the first) in the grid, and keeps what the person changes: a
 * personal view by itself, a shared one as their own draft. Call it once per grid.
 *
 * @param api another server than this page's
 */
export function useViews(model: GridModel, api: ViewsApi = rpcViews): Views {
  const { me } = useMe();
  const { id, role } = me;
  const search = useSearch();
  const { store, views } = useMemo(
    () => open(model, api, { id, admin: role === 'admin' }),
    [model, api, id, role],
  );
  useEffect(() => connect(model, store), [model, store]);
  useEffect(() => {
    const wanted = viewIn(search);
    if (wanted !== null) store.open(wanted, 'address');
    else store.showAddress();
  }, [store, search]);
  return views;
}

function open(model: GridModel, api: ViewsApi, me: Views['me']): { store: ViewsStore; views: Views } {
  const store = new ViewsStore({
    api,
    kept: keptChanges(me.id),
    isRefusal: (error) => errorCode(error) !== undefined,
    show: (config) => model.configure(config, false),
    opened: putView,
    notice: (title, error) =>
      toast(error === undefined ? { title } : { title, detail: errorSentence(error) }),
  });
  const views: Views = {
    state: store.state,
    acts: new ViewActs(store, api),
    making: new Signal(false),
    me,
    open: (id) => store.open(id),
    refresh: () => void store.refresh(),
    flush: () => store.flush(),
    saveForEveryone: () => store.saveForEveryone(),
    reset() {
      const view = store.current;
      const dropped = store.reset();
      if (!view || !dropped) return;
      toast({ title: `“${view.name}” is as everyone sees it`, undo: () => store.takeBack(view.id, dropped) });
    },
  };
  return { store, views };
}

/** Starts the store and has it hear of the grid, the connection and the page. Returns the way to stop. */
function connect(model: GridModel, store: ViewsStore): () => void {
  const flush = () => store.flush();
  model.onConfig = (config) => store.changed(config);
  store.start(viewIn(location.search));
  const deafen = onConnection((event) => {
    if (event === 'open') void store.refresh();
  });
  window.addEventListener('pagehide', flush);
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', flush);
  return () => {
    model.onConfig = () => undefined;
    deafen();
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', flush);
    store.stop();
  };
}
