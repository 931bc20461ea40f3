import { EMPTY_VIEW, newId, UserId, type View, type ViewConfig, ViewId } from '@crm/shared';
import type { ViewsApi } from './state/views-api.ts';

/** A view for tests; shared, and nobody's in particular, unless said otherwise. */
export function makeView(view: Partial<View> = {}): View {
  return {
    id: newId(ViewId),
    name: 'All',
    ownerId: null,
    shared: true,
    position: 'a0',
    config: EMPTY_VIEW,
    draft: null,
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...view,
  };
}

/** A configuration that differs from the empty one by how much is frozen. */
export function frozen(count: number): ViewConfig {
  return { ...EMPTY_VIEW, frozen: count };
}

export class Refusal extends Error {}
export class Unreachable extends Error {}

/** A server's views in memory, as one person sees them. `down` and `refusing` make every change fail. */
export class MemoryViews implements ViewsApi {
  views: View[];
  down = false;
  refusing = false;
  readonly calls: string[] = [];
  /** While set, `list` waits for it before it reads. */
  hold: Promise<void> | null = null;
  readonly me = newId(UserId);

  constructor(views: readonly View[]) {
    this.views = [...views];
  }

  async list(): Promise<readonly View[]> {
    if (this.down) throw new Unreachable();
    const read = [...this.views];
    if (this.hold) await this.hold;
    return read;
  }

  create: ViewsApi['create'] = async (input) => {
    this.note('create', input.id);
    const position = `a${this.views.length + 5}`;
    this.views.push(makeView({ ...input, ownerId: this.me, position }));
  };

  update: ViewsApi['update'] = async ({ id, name, shared, position }) => {
    this.note('update', id);
    this.put(id, {
      ...(name === undefined ? {} : { name }),
      ...(shared === undefined ? {} : { shared }),
      ...(position === undefined ? {} : { position }),
    });
  };

  draft: ViewsApi['draft'] = async ({ id, config }) => {
    this.note('draft', id);
    this.put(id, { draft: config });
  };

  save: ViewsApi['save'] = async ({ id, config }) => {
    this.note('save', id);
    this.put(id, { config, draft: null });
  };

  async remove(id: ViewId): Promise<void> {
    this.note('remove', id);
    this.views = this.views.filter((view) => view.id !== id);
  }

  async restore(id: ViewId): Promise<void> {
    this.note('restore', id);
    this.views.push(makeView({ id, name: 'Back', position: 'a1' }));
  }

  private note(what: string, id: ViewId): void {
    if (this.down) throw new Unreachable();
    if (this.refusing) throw new Refusal();
    this.calls.push(`${what} ${this.views.find((view) => view.id === id)?.name ?? 'new'}`);
  }

  private put(id: ViewId, to: Partial<View>): void {
    this.views = this.views.map((view) => (view.id === id ? { ...view, ...to } : view));
  }
}
