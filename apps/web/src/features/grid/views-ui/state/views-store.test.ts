import { EMPTY_VIEW, newId, type View, type ViewConfig, ViewId } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frozen, makeView, MemoryViews, Refusal } from '../testing.ts';
import { WRITE_AFTER } from './change-writer.ts';
import { hasOwnChanges, shownConfig, type ViewChange } from './view-change.ts';
import { ViewsStore } from './views-store.ts';

function open(views: readonly View[], kept: readonly (readonly [ViewId, ViewChange])[] = []) {
  const server = new MemoryViews(views);
  const seen = {
    shown: [] as ViewConfig[],
    opened: [] as (ViewId | null)[],
    notices: [] as string[],
    kept: [] as (readonly [ViewId, ViewChange])[],
  };
  const store = new ViewsStore({
    api: server,
    kept: { read: () => kept, write: (changes) => (seen.kept = [...changes]) },
    isRefusal: (error) => error instanceof Refusal,
    show: (config) => seen.shown.push(config),
    opened: (id) => seen.opened.push(id),
    notice: (title) => seen.notices.push(title),
  });
  return { server, store, seen };
}

const settle = () => vi.advanceTimersByTimeAsync(WRITE_AFTER);

describe('the views of a tab', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const mine = makeView({ name: 'Mine', shared: false, position: 'a1' });
  const ours = makeView({ name: 'Ours', position: 'a2', config: frozen(2) });

  it('shows the first view, or the one that the address names', async () => {
    const first = open([ours, mine]);
    first.store.start(null);
    await settle();
    expect(first.store.current?.name).toBe('Mine');
    expect(first.seen.opened).toEqual([mine.id]);

    const named = open([mine, ours]);
    named.store.start(ours.id);
    await settle();
    expect(named.store.current?.name).toBe('Ours');
    expect(named.seen.shown).toEqual([frozen(2)]);
  });

  it('falls back to the first view and says so when the named one is not there', async () => {
    const { store, seen } = open([mine, ours]);
    store.start(newId(ViewId));
    await settle();
    expect(store.current?.name).toBe('Mine');
    expect(seen.notices).toHaveLength(1);
  });

  it('shows the whole sheet while there is no view, and says that changes are loose', async () => {
    const { store, seen, server } = open([]);
    store.start(null);
    await settle();
    store.changed(frozen(3));
    await settle();
    expect(store.state.get()).toMatchObject({ phase: 'ready', current: null, loose: true });
    expect([seen.shown, server.calls]).toEqual([[], []]);
  });

  it('saves a personal view a while after the last change, once', async () => {
    const { store, server } = open([mine]);
    store.start(null);
    await settle();
    store.changed(frozen(3));
    await vi.advanceTimersByTimeAsync(WRITE_AFTER - 1);
    store.changed(frozen(4));
    await vi.advanceTimersByTimeAsync(WRITE_AFTER - 1);
    expect(server.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.calls).toEqual(['save Mine']);
    expect(server.views[0]?.config.frozen).toBe(4);
    expect(store.state.get().writing).toBe('saved');
  });

  it('keeps changes of a shared view as a draft, and drops the draft when it is as saved again', async () => {
    const { store, server } = open([ours]);
    store.start(null);
    await settle();
    store.changed(frozen(5));
    expect(store.current && hasOwnChanges(store.current)).toBe(true);
    await settle();
    expect(server.views[0]).toMatchObject({ config: frozen(2), draft: frozen(5) });
    store.changed(frozen(2));
    await settle();
    expect(server.views[0]?.draft).toBeNull();
    expect(server.calls).toEqual(['draft Ours', 'draft Ours']);
  });

  it('sends what waits when the person goes to another view', async () => {
    const { store, server, seen } = open([mine, ours]);
    store.start(null);
    await settle();
    store.changed(frozen(3));
    store.open(ours.id);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.calls).toEqual(['save Mine']);
    expect(seen.shown.at(-1)).toEqual(frozen(2));
    store.open(mine.id);
    expect(seen.shown.at(-1)).toEqual(frozen(3));
  });

  it('saves a draft for everyone, after what is on its way', async () => {
    const { store, server } = open([ours]);
    store.start(null);
    await settle();
    store.changed(frozen(7));
    store.flush();
    store.saveForEveryone();
    await settle();
    expect(server.calls).toEqual(['draft Ours', 'save Ours']);
    expect(server.views[0]).toMatchObject({ config: frozen(7), draft: null });
    expect(store.current && hasOwnChanges(store.current)).toBe(false);
  });

  it('resets to what everyone sees, and takes that back', async () => {
    const { store, server, seen } = open([makeView({ ...ours, draft: frozen(6) })]);
    store.start(null);
    await settle();
    expect(seen.shown).toEqual([frozen(6)]);
    const dropped = store.reset();
    await settle();
    expect(seen.shown.at(-1)).toEqual(frozen(2));
    expect(server.views[0]?.draft).toBeNull();
    store.takeBack(ours.id, dropped ?? EMPTY_VIEW);
    await settle();
    expect(seen.shown.at(-1)).toEqual(frozen(6));
    expect(server.views[0]?.draft).toEqual(frozen(6));
  });

  it('keeps the own draft when somebody else saves the view', async () => {
    const { store, server, seen } = open([makeView({ ...ours, draft: frozen(6) })]);
    store.start(null);
    await settle();
    server.views = server.views.map((view) => ({ ...view, config: frozen(9) }));
    await store.refresh();
    expect(store.current).toMatchObject({ config: frozen(9), draft: frozen(6) });
    expect(seen.shown).toEqual([frozen(6)]);
    store.reset();
    expect(seen.shown.at(-1)).toEqual(frozen(9));
  });

  it('shows what somebody else saved where there is no draft', async () => {
    const { store, server, seen } = open([ours]);
    store.start(null);
    await settle();
    server.views = server.views.map((view) => ({ ...view, config: frozen(9) }));
    await store.refresh();
    expect(seen.shown).toEqual([frozen(2), frozen(9)]);
  });

  it('does not believe a list that was read before a change arrived', async () => {
    const { store, server, seen } = open([mine]);
    store.start(null);
    await settle();
    let release = () => {};
    server.hold = new Promise((resolve) => (release = resolve));
    const asked = store.refresh();
    store.changed(frozen(3));
    await settle();
    expect(server.calls).toEqual(['save Mine']);
    server.hold = null;
    release();
    await asked;
    expect(store.current && shownConfig(store.current)).toEqual(frozen(3));
    expect(seen.shown).toEqual([]);
  });

  it('tries again while the server is not reached, and keeps the change for a reload', async () => {
    const { store, server, seen } = open([mine]);
    store.start(null);
    await settle();
    server.down = true;
    store.changed(frozen(3));
    await settle();
    expect(store.state.get().writing).toBe('waiting');
    expect(seen.kept).toEqual([[mine.id, { kind: 'save', config: frozen(3) }]]);
    server.down = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.state.get().writing).toBe('saved');
    expect([server.views[0]?.config, seen.kept]).toEqual([frozen(3), []]);
  });

  it('sends what a reload interrupted', async () => {
    const { store, server, seen } = open([mine], [[mine.id, { kind: 'save', config: frozen(8) }]]);
    store.start(null);
    await settle();
    expect(server.views[0]?.config).toEqual(frozen(8));
    expect(seen.shown).toEqual([frozen(8)]);
  });

  it('goes back and says so when the server refuses a change', async () => {
    const { store, server, seen } = open([mine]);
    store.start(null);
    await settle();
    server.refusing = true;
    store.changed(frozen(3));
    await settle();
    expect(seen.notices).toHaveLength(1);
    expect(seen.shown.at(-1)).toEqual(EMPTY_VIEW);
    expect(store.state.get().writing).toBe('saved');
  });

  it('goes to the neighbour when somebody else removes the view shown', async () => {
    const { store, server, seen } = open([mine, ours]);
    store.start(null);
    await settle();
    server.views = server.views.filter((view) => view.id !== mine.id);
    await store.refresh();
    expect(store.current?.name).toBe('Ours');
    expect(seen.notices).toEqual(['“Mine” was removed by someone else.']);
  });

  it('says that the views could not be loaded, and loads them when asked again', async () => {
    const { store, server } = open([mine]);
    server.down = true;
    store.start(null);
    await settle();
    expect(store.state.get().phase).toBe('failed');
    server.down = false;
    await store.refresh();
    expect(store.state.get().phase).toBe('ready');
  });
});
