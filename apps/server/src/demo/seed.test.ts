import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examine } from '../db/examine.ts';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { inventInvestors } from './investors.ts';
import { createRandom } from './random.ts';
import { seedDemo } from './seed.ts';

let app: TestApp;
beforeEach(() => void (app = createTestApp()));
afterEach(() => app.close());

const count = (table: string) =>
  Number(app.db.sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());

describe('the demonstration', () => {
  it('is a whole fund, made by the way that every edit goes', async () => {
    await seedDemo(app);
    expect(count('user')).toBe(2);
    expect(count('fund')).toBe(6);
    expect(count('investors')).toBe(400);
    expect(count('contact')).toBeGreaterThan(600);
    expect(count('commitment')).toBeGreaterThan(300);
    expect(count('view')).toBe(3);
    expect(count('communication')).toBeGreaterThan(500);
    const notes = `SELECT count(*) FROM cell JOIN "column" c ON c.id = col_id WHERE c.key = 'notes'`;
    expect(app.db.sqlite.prepare(notes).pluck().get()).toBeGreaterThan(300);
    expect(examine(app.db, app.config.dataDir).filter(({ ok }) => !ok)).toEqual([]);
    expect(app.errors).toEqual([]);
  });

  it('is made once', async () => {
    await seedDemo(app);
    await seedDemo(app);
    expect(count('investors')).toBe(400);
  });

  it('is the same each time', () => {
    const today = new Date('2026-03-02T09:00:00Z');
    const invent = () => inventInvestors(createRandom(7), 50, today);
    expect(invent()).toEqual(invent());
    expect(new Set(invent().map(({ name }) => name)).size).toBe(50);
  });
});
