import { EMPTY_VIEW, type View, type ViewConfig, type ViewId } from '@crm/shared';
import { Signal } from '../../model/signal.ts';
import { ChangeWriter } from './change-writer.ts';
import type { KeptChanges } from './kept-changes.ts';
import { inOrder, neighbourOf } from './order.ts';
import { sameConfig } from './same-config.ts';
import { changeBy, hasOwnChanges, shownConfig, withChange, type ViewChange } from './view-change.ts';
import type { ViewsApi } from './views-api.ts';

/** What the tabs and the bar show. */
export interface ViewsState {
  /** `failed`: the views could not be asked for; the sheet is shown without one. */
  readonly phase: 'loading' | 'ready' | 'failed';
  /** In order, with this tab's own changes in them. */
  readonly views: readonly View[];
  /** Null while there is no view: the whole sheet is shown, and changes last as long as the page. */
  readonly current: ViewId | null;
  readonly writing: ChangeWriter['state'];
  /** Without a view: something was changed that goes with the page. */
  readonly loose: boolean;
}

/** What the views reach out to. */
export interface ViewsPorts {
  readonly api: ViewsApi;
  readonly kept: KeptChanges;
  isRefusal(error: unknown): boolean;
  /** Shows the sheet in another way. */
  show(config: ViewConfig): void;
  /** The view shown is another one: for the address. `replace` when the person did not ask for it. */
  opened(id: ViewId | null, replace: boolean): void;
  /** Tells the person of something that they did not do. */
  notice(title: string, error?: unknown): void;
}

/**
 * The views of this tab: which there are, which is shown, and what of the person's own changes is on its way. The server's
 * list, with the changes that have not arrived folded over it, is what is shown.
 */
export class ViewsStore {
  readonly state = new Signal<ViewsState>({
    phase: 'loading',
    views: [],
    current: null,
    writing: 'saved',
    loose: false,
  });
  private readonly ports: ViewsPorts;
  private readonly writer: ChangeWriter;
  /** As the server said last. */
  private server: readonly View[] = [];
  /** What the grid shows now. */
  private shown: ViewConfig = EMPTY_VIEW;
  private loose: ViewConfig = EMPTY_VIEW;
  private wanted: ViewId | null = null;
  /** Goes up with every answer to a change, so that a list from before it is not believed. */
  private answers = 0;
  private asking: Promise<void> | null = null;
  private askAgain = false;

  constructor(ports: ViewsPorts) {
    this.ports = ports;
    this.writer = new ChangeWriter({
      send: (id, change) =>
        change.kind === 'save'
          ? ports.api.save({ id, config: change.config })
          : ports.api.draft({ id, config: change.config }),
      isRefusal: (error) => ports.isRefusal(error),
      saved: (id, change) => this.arrived(id, change),
      refused: (id, error) => this.refused(id, error),
      told: () => {
        ports.kept.write(this.writer.waiting);
        this.update({});
      },
    });
  }

  get current(): View | null {
    const { views, current } = this.state.get();
    return views.find((view) => view.id === current) ?? null;
  }

  /** Loads the views and shows `wanted`, or the first. */
  start(wanted: ViewId | null): void {
    this.wanted = wanted;
    for (const [id, change] of this.ports.kept.read()) this.writer.put(id, change);
    this.writer.flush();
    void this.refresh();
  }

  /** Sends what waits, and then nothing more by itself. */
  stop(): void {
    this.writer.flush();
    this.writer.stop();
  }

  /** Sends what waits now: the page is about to go. */
  flush(): void {
    this.writer.flush();
  }

  /** Asks the server for the views again: somebody has changed some, or the connection is back. */
  refresh(): Promise<void> {
    if (this.asking) {
      this.askAgain = true;
      return this.asking;
    }
    this.asking = this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** Shows a view, because the person asked for it or the address says so. */
  open(id: ViewId, from: 'person' | 'address' = 'person'): void {
    const { current, phase, views } = this.state.get();
    if (phase !== 'ready') {
      this.wanted = id;
      return;
    }
    if (id === current) return;
    if (!views.some((view) => view.id === id)) {
      this.ports.notice('That view is gone, or it is someone else’s own.');
      this.ports.opened(current, true);
      return;
    }
    this.writer.flush();
    this.update({ current: id });
    if (from === 'person') this.ports.opened(id, false);
    this.apply();
  }

  /** Puts the view shown into the address, from which it went. */
  showAddress(): void {
    const { current } = this.state.get();
    if (current !== null) this.ports.opened(current, true);
  }

  /** The person changed how the sheet is shown. */
  changed(config: ViewConfig): void {
    this.shown = config;
    const view = this.current;
    if (!view) {
      this.loose = config;
      this.update({});
      return;
    }
    const change = changeBy(view, config);
    // Nothing to send where it is again as the server knows it.
    if (!this.writer.waiting.has(view.id) && sameConfig(config, shownConfig(view))) return;
    this.writer.put(view.id, change);
  }

  /** Gives one's own changes of the shared view to everyone. */
  saveForEveryone(): void {
    const view = this.current;
    if (!view) return;
    this.writer.put(view.id, { kind: 'save', config: shownConfig(view) });
    this.writer.flush();
  }

  /** Goes back to the view as everyone sees it. Returns what was dropped, to be given to `takeBack`. */
  reset(): ViewConfig | null {
    const view = this.current;
    if (!view || !hasOwnChanges(view)) return null;
    this.writer.put(view.id, { kind: 'draft', config: null });
    this.writer.flush();
    this.apply();
    return view.draft;
  }

  /** Puts one's own changes of a view back. */
  takeBack(id: ViewId, config: ViewConfig): void {
    const view = this.state.get().views.find((one) => one.id === id);
    if (!view) return;
    this.writer.put(id, changeBy(view, config));
    this.apply();
  }

  /**
   * Changes the list at once and asks the server to; when it refuses, the list is as it was and the error is thrown on.
   * The view shown gives way to its neighbour when it goes.
   */
  async alter(
    change: (views: readonly View[]) => readonly View[],
    ask: () => Promise<unknown>,
  ): Promise<void> {
    const before = this.server;
    this.take(change(before), true);
    try {
      await ask();
      this.answers += 1;
    } catch (error) {
      this.answers += 1;
      this.take(before, true);
      void this.refresh();
      throw error;
    }
    await this.refresh();
  }

  /** Forgets changes of a view that is being removed. */
  forget(id: ViewId): void {
    this.writer.drop(id);
  }

  private async ask(): Promise<void> {
    do {
      this.askAgain = false;
      const { answers } = this;
      try {
        const views = await this.ports.api.list();
        if (answers === this.answers) this.take(views, false);
        else this.askAgain = true;
      } catch {
        if (this.state.get().phase === 'loading') this.update({ phase: 'failed' });
      }
    } while (this.askAgain);
  }

  private take(views: readonly View[], byPerson: boolean): void {
    const before = this.state.get();
    this.server = views;
    const ids = new Set(views.map((view) => view.id));
    let { current } = before;
    if (current === null || !ids.has(current)) current = this.nextTo(before, ids);
    const gone = before.current !== null && current !== before.current;
    const name = before.views.find((view) => view.id === before.current)?.name;
    this.wanted = null;
    this.update({ phase: 'ready', current });
    if (current !== before.current || before.phase !== 'ready') this.ports.opened(current, true);
    if (gone && !byPerson && name !== undefined) this.ports.notice(`“${name}” was removed by someone else.`);
    this.apply();
  }

  /** The view to show when the one shown is not there, or none was shown yet. */
  private nextTo({ views, current }: ViewsState, ids: ReadonlySet<ViewId>): ViewId | null {
    if (this.wanted !== null) {
      if (ids.has(this.wanted)) return this.wanted;
      this.ports.notice('That view is gone, or it is someone else’s own.');
    }
    const beside = current === null ? null : neighbourOf(views, current);
    if (beside && ids.has(beside.id)) return beside.id;
    return inOrder(this.server)[0]?.id ?? null;
  }

  private arrived(id: ViewId, change: ViewChange): void {
    this.answers += 1;
    this.server = this.server.map((view) => (view.id === id ? withChange(view, change) : view));
    this.update({});
  }

  private refused(id: ViewId, error: unknown): void {
    this.answers += 1;
    const name = this.server.find((view) => view.id === id)?.name;
    if (name !== undefined) this.ports.notice(`The change of “${name}” was not kept.`, error);
    this.update({});
    this.apply();
    void this.refresh();
  }

  /** Shows the present view as it is now, unless it is shown already. */
  private apply(): void {
    const config = this.current ? shownConfig(this.current) : this.loose;
    if (sameConfig(config, this.shown)) return;
    this.shown = config;
    this.ports.show(config);
  }

  private update(change: Partial<ViewsState>): void {
    const { waiting, state } = this.writer;
    const views = inOrder(this.server).map((view) => withChange(view, waiting.get(view.id)));
    const loose = views.length === 0 && !sameConfig(this.loose, EMPTY_VIEW);
    this.state.set({ ...this.state.get(), writing: state, loose, ...change, views });
  }
}
