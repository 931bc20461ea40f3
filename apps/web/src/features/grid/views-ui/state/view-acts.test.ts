import type { View } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frozen, makeView, MemoryViews, Refusal } from '../testing.ts';
import { ViewActs } from './view-acts.ts';
import { ViewsStore } from './views-store.ts';

async function open(views: readonly View[]) {
  const server = new MemoryViews(views);
  const notices: string[] = [];
  const store = new ViewsStore({
    api: server,
    kept: { read: () => [], write: () => undefined },
    isRefusal: (error) => error instanceof Refusal,
    show: () => undefined,
    opened: () => undefined,
    notice: (title) => notices.push(title),
  });
  store.start(null);
  await store.refresh();
  return { server, store, acts: new ViewActs(store, server), notices };
}

const names = (store: ViewsStore) => store.state.get().views.map((view) => view.name);

describe('what a person does to views', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const a = makeView({ name: 'A', position: 'a0', config: frozen(1), draft: frozen(4) });
  const b = makeView({ name: 'B', position: 'a1' });
  const c = makeView({ name: 'C', position: 'a2' });

  it('makes a view from what is shown or from everything, and shows it', async () => {
    const { store, acts, server } = await open([a]);
    await acts.create({ name: 'Copy', shared: true, from: 'shown' }, frozen(4));
    expect(store.current).toMatchObject({ name: 'Copy', config: frozen(4) });
    await acts.create({ name: 'Whole', shared: false, from: 'all' }, frozen(4));
    expect(server.views.at(-1)).toMatchObject({ name: 'Whole', shared: false, config: frozen(1) });
  });

  it('duplicates a view as the person sees it, for themselves', async () => {
    const { store, acts } = await open([a]);
    await acts.duplicate(a);
    expect(store.current).toMatchObject({ name: 'A copy', shared: false, config: frozen(4) });
    await acts.duplicate(a);
    expect(store.current?.name).toBe('A copy 2');
  });

  it('moves a view by one place, and not past the ends', async () => {
    const { store, acts, server } = await open([a, b, c]);
    await acts.move(a, 1);
    expect(names(store)).toEqual(['B', 'A', 'C']);
    await acts.move(c, -1);
    expect(names(store)).toEqual(['B', 'C', 'A']);
    const moved = server.calls.length;
    await acts.move(b, -1);
    expect([names(store), server.calls.length]).toEqual([['B', 'C', 'A'], moved]);
  });

  it('removes the view shown, goes to its neighbour without a notice, and brings it back', async () => {
    const { store, acts, notices } = await open([a, b, c]);
    store.open(b.id);
    await acts.remove(b);
    expect([names(store), store.current?.name, notices]).toEqual([['A', 'C'], 'C', []]);
    await acts.restore(b);
    expect(store.current?.id).toBe(b.id);
  });

  it('shows a new name at once, and the old one again when the server refuses', async () => {
    const { store, acts, server } = await open([a]);
    server.refusing = true;
    const asked = acts.rename(a, 'Z');
    expect(names(store)).toEqual(['Z']);
    await expect(asked).rejects.toBeInstanceOf(Refusal);
    expect(names(store)).toEqual(['A']);
  });
});
