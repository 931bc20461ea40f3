import { EMPTY_VIEW, newId, ViewId } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts';
import { addPerson } from '../../testing/sheet.ts';
import {
  changeView,
  createView,
  draftView,
  listViews,
  removeView,
  restoreView,
  saveView,
} from './views.usecases.ts';

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => app.close());

const TALL = { ...EMPTY_VIEW, rowHeight: 'tall' } as const;

describe('views', () => {
  it('a personal view is seen, changed and restored by its owner alone', () => {
    const [ada, bob] = [addPerson(app, 'ada'), addPerson(app, 'bob', 'admin')];
    const id = newId(ViewId);
    createView(app, ada, { id, name: 'Mine', shared: false, config: EMPTY_VIEW });
    expect(listViews(app, ada)).toMatchObject([{ id, name: 'Mine', draft: null }]);
    expect(listViews(app, bob)).toEqual([]);
    const missing = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => changeView(app, bob, { id, name: 'Taken' })).toThrow(missing);
    expect(() => saveView(app, bob, { id, config: TALL })).toThrow(missing);
    expect(() => draftView(app, bob, { id, config: TALL })).toThrow(missing);
    removeView(app, ada, id);
    expect(listViews(app, ada)).toEqual([]);
    expect(() => restoreView(app, bob, id)).toThrow(missing);
    restoreView(app, ada, id);
    expect(listViews(app, ada)).toHaveLength(1);
  });

  it('a draft changes a shared view for one person, until it is saved for all', () => {
    const [ada, bob] = [addPerson(app, 'ada'), addPerson(app, 'bob')];
    const id = newId(ViewId);
    const told: string[] = [];
    app.bus.on('changed', (what) => told.push(what));
    createView(app, ada, { id, name: 'Ours', shared: true, config: EMPTY_VIEW });
    draftView(app, bob, { id, config: TALL });
    expect(listViews(app, bob)).toMatchObject([{ config: EMPTY_VIEW, draft: TALL }]);
    expect(listViews(app, ada)).toMatchObject([{ config: EMPTY_VIEW, draft: null }]);
    expect(told).toEqual(['views']);
    saveView(app, bob, { id, config: TALL });
    expect(listViews(app, bob)).toMatchObject([{ config: TALL, draft: null }]);
    expect(listViews(app, ada)).toMatchObject([{ config: TALL }]);
    expect(told).toEqual(['views', 'views']);
    expect(
      app.db.sqlite.prepare("SELECT action FROM audit WHERE action LIKE 'view.%'").pluck().all(),
    ).toEqual(['view.created', 'view.saved']);
    expect(() => changeView(app, bob, { id, shared: false })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});
