import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBrowser } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { createFakeClock, type FakeClock } from '../../testing/fake-clock.ts';
import { join, signUpAdmin, type SignedIn } from '../../testing/people.ts';

let clock: FakeClock;
let server: TestServer;
let admin: SignedIn;
beforeEach(async () => {
  clock = createFakeClock();
  server = await startTestServer({ clock });
  admin = await signUpAdmin(server);
});
afterEach(() => server.close());

const Made = z.object({ id: z.string(), url: z.string(), expiresAt: z.string() });
const HOUR = 3_600_000;

async function invite(email = 'ben@fund.example', role = 'member') {
  const made = Made.parse((await admin.browser.post('admin.invite', { email, role })).data);
  return { ...made, token: new URL(made.url).hash.slice(1) };
}
const accept = (token: string, changes: object = {}) =>
  createBrowser(server).post('auth.acceptInvitation', {
    token,
    name: 'Ben',
    password: 'a long phrase of ben',
    ...changes,
  });
const describeLink = (token: string) => createBrowser(server).post('auth.invitation', { token });

describe('S22: an invitation', () => {
  it('is a link for one person, with the secret where servers do not see it', async () => {
    const { url, token, expiresAt } = await invite(' Ben@Fund.example ');
    expect(url).toBe(`${server.url}/invite#${token}`);
    expect(expiresAt).toBe('2026-03-05T09:00:00.000Z');
    expect((await describeLink(token)).data).toEqual({
      email: 'ben@fund.example',
      role: 'member',
      workspaceName: 'Ten Rivers',
    });
    expect(JSON.stringify(server.app.db.sqlite.prepare('SELECT * FROM invitation').all())).not.toContain(
      token,
    );
  });

  it('works once', async () => {
    const { token } = await invite();
    expect((await accept(token)).status).toBe(200);
    expect(await accept(token)).toMatchObject({ status: 410, code: 'GONE' });
    expect(await describeLink(token)).toMatchObject({ status: 410, code: 'GONE' });
  });

  it('works once, however many use it at once', async () => {
    const { token } = await invite();
    const race = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(race.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
  });

  it('lasts 72 hours', async () => {
    const { token } = await invite();
    clock.advance(72 * HOUR - 1);
    expect((await describeLink(token)).status).toBe(200);
    clock.advance(1);
    const late = await accept(token);
    expect(late.status).toBe(410);
    expect(late.message).toContain('no longer valid');
  });

  it('is gone when withdrawn, and when a newer one is made', async () => {
    const first = await invite();
    const second = await invite();
    expect((await accept(first.token)).status).toBe(410);
    expect((await admin.browser.post('admin.revokeInvitation', { id: second.id })).status).toBe(200);
    expect((await accept(second.token)).status).toBe(410);
    expect((await accept('nonsense')).status).toBe(410);
  });

  it('survives a refused password', async () => {
    const { token } = await invite();
    expect((await accept(token, { password: 'qwertyuiop123' })).status).toBe(400);
    expect((await accept(token, { name: '  ' })).status).toBe(400);
    expect((await accept(token)).status).toBe(200);
  });

  it('gives the role it was made for, whatever is sent', async () => {
    const { token } = await invite();
    expect((await accept(token, { role: 'admin', email: 'eve@fund.example' })).status).toBe(200);
    const { data } = await admin.browser.get('auth.people');
    expect(data).toMatchObject([{ role: 'admin' }, { role: 'member', email: 'ben@fund.example' }]);
  });

  it('is not made for someone who is here', async () => {
    const ben = await join(server, admin, 'ben@fund.example');
    const again = () => admin.browser.post('admin.invite', { email: ben.email, role: 'admin' });
    expect(await again()).toMatchObject({ status: 409, message: 'ben@fund.example is here already.' });
    await admin.browser.post('admin.deactivate', { userId: ben.id });
    expect((await again()).message).toContain('reactivate');
  });
});
