import { EMPTY_VIEW, newId, type View, ViewId } from '@crm/shared';
import { freeName, positionBeside } from './order.ts';
import { shownConfig } from './view-change.ts';
import type { ViewsApi } from './views-api.ts';
import type { ViewsStore } from './views-store.ts';

/** A view to be made. */
export interface NewView {
  readonly name: string;
  readonly shared: boolean;
  /** `shown`: a copy of what is on screen; `all`: every row and column. */
  readonly from: 'shown' | 'all';
}

/** What a person does to views as a whole. Each resolves when the server has it, and rejects when it refuses. */
export class ViewActs {
  private readonly store: ViewsStore;
  private readonly api: ViewsApi;

  constructor(store: ViewsStore, api: ViewsApi) {
    this.store = store;
    this.api = api;
  }

  /** Makes a view and shows it. `shown` is how the sheet is shown now. */
  async create({ name, shared, from }: NewView, shown: View['config']): Promise<void> {
    const id = newId(ViewId);
    await this.api.create({ id, name, shared, config: from === 'shown' ? shown : EMPTY_VIEW });
    await this.store.refresh();
    this.store.open(id);
  }

  /** Makes a personal copy of a view as this person sees it, and shows it. */
  async duplicate(view: View): Promise<void> {
    const name = freeName(this.store.state.get().views, `${view.name} copy`);
    await this.create({ name, shared: false, from: 'shown' }, shownConfig(view));
  }

  rename(view: View, name: string): Promise<void> {
    return this.change(view, { name });
  }

  share(view: View, shared: boolean): Promise<void> {
    return this.change(view, { shared });
  }

  /** One place to the left (-1) or right (1). */
  async move(view: View, by: -1 | 1): Promise<void> {
    const position = positionBeside(this.store.state.get().views, view.id, by);
    if (position !== null) await this.change(view, { position });
  }

  async remove(view: View): Promise<void> {
    await this.store.alter(
      (views) => views.filter((one) => one.id !== view.id),
      async () => {
        await this.api.remove(view.id);
        this.store.forget(view.id);
      },
    );
  }

  /** Brings a removed view back, and shows it. */
  async restore(view: View): Promise<void> {
    await this.api.restore(view.id);
    await this.store.refresh();
    this.store.open(view.id);
  }

  private change(view: View, to: Partial<Pick<View, 'name' | 'shared' | 'position'>>): Promise<void> {
    return this.store.alter(
      (views) => views.map((one) => (one.id === view.id ? { ...one, ...to } : one)),
      () => this.api.update({ id: view.id, ...to }),
    );
  }
}
