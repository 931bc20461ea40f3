import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrowser } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { createFakeClock, type FakeClock } from '../../testing/fake-clock.ts';
import { ADMIN, join, signUpAdmin, type SignedIn } from '../../testing/people.ts';
import { createPasswords } from './password-hash.ts';

let clock: FakeClock;
let server: TestServer;
let admin: SignedIn;
beforeEach(async () => {
  clock = createFakeClock();
  server = await startTestServer({ clock });
  admin = await signUpAdmin(server);
});
afterEach(() => server.close());

const HOUR = 3_600_000;
const logIn = (email = ADMIN.email, password = ADMIN.password) =>
  createBrowser(server).post('auth.login', { email, password });

describe('S1: a session', () => {
  it('is an opaque cookie that scripts cannot read, and only its hash is kept', async () => {
    const browser = createBrowser(server);
    const { headers } = await browser.post('auth.login', ADMIN);
    const cookie = headers.get('set-cookie') ?? '';
    const [, token = ''] = new RegExp(`^crm_session_${server.port}=([\\w-]{43}); `).exec(cookie) ?? [];
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(cookie.split('; ').slice(1)).toEqual(['Path=/', 'Max-Age=604800', 'HttpOnly', 'SameSite=Lax']);
    const dump = JSON.stringify(server.app.db.sqlite.prepare('SELECT * FROM session').all());
    expect(dump).not.toContain(token);
    const stolen = server.app.db.reader.reading<{ h: string }>('SELECT token_hash AS h FROM session').all();
    for (const { h } of stolen) {
      const answer = await browser.get('auth.people', undefined, {
        cookie: `crm_session_${server.port}=${h}`,
      });
      expect(answer.status).toBe(401);
    }
  });

  it('has a __Host- cookie where there is TLS', async () => {
    const secure = await startTestServer({ config: { publicUrl: new URL('https://crm.example.com') } });
    const person = await signUpAdmin(secure);
    expect(person.browser.cookie()).toMatch(/^__Host-crm_session=/);
    const { headers } = await person.browser.post('auth.login', ADMIN);
    expect(headers.get('set-cookie')?.split('; ').slice(1)).toEqual([
      'Path=/',
      'Max-Age=604800',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ]);
    await secure.close();
  });

  it('ends after 12 hours without a call', async () => {
    clock.advance(12 * HOUR - 1);
    expect((await admin.browser.get('auth.people')).status).toBe(200);
    clock.advance(12 * HOUR - 1);
    expect((await admin.browser.get('auth.people')).status).toBe(200);
    clock.advance(12 * HOUR);
    expect(await admin.browser.get('auth.people')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect((await admin.browser.get('auth.me')).data).toEqual({ state: 'anonymous' });
  });

  it('ends after seven days, however busy', async () => {
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      expect([hours, (await admin.browser.get('auth.people')).status]).toEqual([hours, 200]);
      clock.advance(8 * HOUR);
    }
    expect((await admin.browser.get('auth.people')).status).toBe(401);
  });

  it('is replaced, not added to, when the same browser logs in again', async () => {
    const before = admin.browser.cookie();
    await admin.browser.post('auth.login', ADMIN);
    expect(admin.browser.cookie()).not.toBe(before);
    expect((await admin.browser.get('auth.people', undefined, { cookie: before })).status).toBe(401);
    expect((await admin.browser.get('auth.sessions')).data).toHaveLength(1);
  });

  it('ends at logout, which anyone may do twice', async () => {
    const { cookie } = admin.browser;
    const before = cookie();
    expect((await admin.browser.post('auth.logout')).status).toBe(200);
    expect(cookie()).toBe('');
    expect((await admin.browser.post('auth.logout')).status).toBe(200);
    expect((await admin.browser.get('auth.people', undefined, { cookie: before })).status).toBe(401);
  });
});

describe('a login', () => {
  it('takes the address in any case', async () => {
    expect((await logIn(` ${ADMIN.email.toUpperCase()} `)).status).toBe(200);
  });

  it('answers the same for a wrong password, nobody, and a deactivated person (S8)', async () => {
    const ben = await join(server, admin, 'ben@fund.example');
    await admin.browser.post('admin.deactivate', { userId: ben.id });
    const answers = await Promise.all([
      logIn(ADMIN.email, 'not the password'),
      logIn('nobody@fund.example', 'not the password'),
      logIn(ben.email, ben.password),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
        message: 'E-mail or password is not right.',
      });
    }
  });

  it('S3: upgrades a hash of another cost', async () => {
    const stored = () => String(server.app.db.sqlite.prepare('SELECT password_hash FROM user').pluck().get());
    const made = stored();
    expect(await createPasswords().isOutdated(made)).toBe(true);
    expect((await logIn()).status).toBe(200);
    expect(stored()).toBe(made);
    const old = await createPasswords({ memoryCost: 16, timeCost: 2, parallelism: 1 }).hash(ADMIN.password);
    server.app.db.sqlite.prepare('UPDATE user SET password_hash = ?').run(old);
    expect((await logIn()).status).toBe(200);
    expect(stored()).not.toBe(old);
    expect(await server.app.passwords.isOutdated(stored())).toBe(false);
    expect((await logIn()).status).toBe(200);
  });

  it('is on record, failures apart', async () => {
    await logIn(ADMIN.email, 'not the password');
    await logIn();
    const actions = server.app.db.sqlite
      .prepare('SELECT action FROM audit WHERE op_seq IS NULL ORDER BY seq')
      .pluck()
      .all();
    expect(actions).toEqual(['workspace.setUp', 'session.started']);
  });
});
