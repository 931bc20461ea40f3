import { AppError } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { join, signUpAdmin } from '../testing/people.ts';
import { publicError } from './errors.ts';

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

describe('S8: what a client learns of an error', () => {
  it('is the sentence, code and data that we meant for it', () => {
    const error = new AppError('CONFLICT', 'Someone was faster.', { version: 7 });
    expect(publicError(error)).toEqual({
      message: 'Someone was faster.',
      code: 'CONFLICT',
      httpStatus: 409,
      details: { version: 7 },
    });
  });

  it('is nothing of a mistake of ours: no stack, no SQL, no path', async () => {
    const admin = await signUpAdmin(server);
    server.app.db.sqlite.exec('ALTER TABLE workspace RENAME COLUMN name TO secret_name');
    const answer = await admin.browser.get('auth.me');
    expect(answer).toMatchObject({
      status: 500,
      code: 'INTERNAL',
      message: 'Something went wrong on the server.',
    });
    const raw = await (
      await fetch(`${server.url}/trpc/auth.me`, { headers: { cookie: admin.browser.cookie() } })
    ).text();
    expect(raw).not.toMatch(/stack|secret_name|no such column|\.ts\b|node_modules/);
    expect(server.app.errors.join()).toContain('no such column');
  });

  it('F4: is "not saved" when the disk is full, and reads go on', async () => {
    const admin = await signUpAdmin(server);
    const pages = Number(server.app.db.sqlite.pragma('page_count', { simple: true }));
    server.app.db.sqlite.pragma(`max_page_count = ${pages}`);
    const statuses: number[] = [];
    let last = await admin.browser.get('auth.people');
    for (let i = 0; i < 200 && last.status === 200; i++) {
      last = await admin.browser.post('admin.invite', { email: `p${i}@fund.example`, role: 'member' });
      statuses.push(last.status);
    }
    expect(last).toMatchObject({ status: 503, code: 'NOT_SAVED' });
    expect((await admin.browser.get('auth.people')).status).toBe(200);
    const kept = server.app.db.reader.reading<{ n: number }>('SELECT count(*) AS n FROM invitation').get();
    expect(kept?.n).toBe(statuses.filter((status) => status === 200).length);
    server.app.db.sqlite.pragma('max_page_count = 1000000');
    expect((await admin.browser.post('admin.invite', { email: 'z@fund.example', role: 'bot' })).status).toBe(
      200,
    );
  });
});

describe('S8: secrets', () => {
  it('are in no answer, no log and, but for their hash, not in the database', async () => {
    const admin = await signUpAdmin(server);
    const canary = 'canary-5f1c9e0b7d';
    const ben = await join(server, admin, `${canary.slice(0, 6)}@fund.example`);
    const answers = [
      await ben.browser.post('auth.changePassword', { current: ben.password, next: `${canary}-password` }),
      await createBrowser(server).post('auth.login', { email: ben.email, password: `${canary}-password` }),
      await createBrowser(server).post('auth.login', { email: ben.email, password: `${canary}-wrong` }),
      await createBrowser(server).post('auth.login', { email: { a: canary }, password: canary }),
      await admin.browser.post('auth.setup', { token: `${canary}-token` }),
      await admin.browser.post('auth.invitation', { token: `${canary}-token` }),
      await admin.browser.get('admin.people'),
      await admin.browser.get('auth.me'),
    ];
    expect(JSON.stringify(answers)).not.toContain(canary);
    expect(server.app.errors.join()).not.toContain(canary);
    expect(server.app.db.sqlite.serialize().includes(canary)).toBe(false);
  });
});
