import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrowser } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { ADMIN } from '../../testing/people.ts';
import { issueSetupToken } from './setup.usecases.ts';

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

const input = (token: string) => ({
  token,
  workspaceName: 'Ten Rivers',
  timeZone: 'America/New_York',
  currency: 'USD',
  name: 'Ada',
  ...ADMIN,
});
const setUp = (token: string, changes: object = {}) =>
  createBrowser(server).post('auth.setup', { ...input(token), ...changes });
const users = () => server.app.db.reader.reading<{ n: number }>('SELECT count(*) AS n FROM user').get()?.n;

describe('S22: the first admin', () => {
  it('is whoever holds the printed token, and is logged in', async () => {
    const browser = createBrowser(server);
    expect((await browser.get('auth.me')).data).toEqual({ state: 'setup' });
    const token = issueSetupToken(server.app) ?? '';
    expect((await browser.post('auth.setup', input(token))).status).toBe(200);
    expect((await browser.get('auth.me')).data).toMatchObject({
      state: 'signedIn',
      me: { name: 'Ada', email: ADMIN.email, role: 'admin' },
      workspace: { name: 'Ten Rivers', timeZone: 'America/New_York', currency: 'USD' },
    });
  });

  it('is nobody without the token', async () => {
    issueSetupToken(server.app);
    const race = await Promise.all(Array.from({ length: 20 }, (_, i) => setUp(`guess-${i}`)));
    expect(new Set(race.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN', 'RATE_LIMITED']));
    expect(race[0]).toMatchObject({ status: 403 });
    expect(users()).toBe(0);
  });

  it('is one, however many use the token at once', async () => {
    const token = issueSetupToken(server.app) ?? '';
    const race = await Promise.all([1, 2, 3].map((i) => setUp(token, { email: `ada${i}@fund.example` })));
    expect(race.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403]);
    expect(users()).toBe(1);
    expect((await setUp(token)).status).toBe(403);
    expect(issueSetupToken(server.app)).toBeNull();
  });

  it('needs the token of the last start', async () => {
    const first = issueSetupToken(server.app) ?? '';
    const second = issueSetupToken(server.app) ?? '';
    expect((await setUp(first)).code).toBe('FORBIDDEN');
    expect((await setUp(second)).status).toBe(200);
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, /"Mars\/Olympus" is not a time zone/],
    [{ email: 'nobody' }, /not an e-mail address/],
    [{ password: 'short' }, /at least 12/],
    [{ password: 'passwordpassword' }, /first that attackers try/],
    [{ currency: 'dollars' }, /./],
  ])('is refused with a sentence for %j', async (changes, message) => {
    const token = issueSetupToken(server.app) ?? '';
    const answer = await setUp(token, changes);
    expect(answer).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(answer.message).toMatch(message);
    expect((await setUp(token)).status).toBe(200);
  });
});
