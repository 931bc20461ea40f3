import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser, type Answer } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { createFakeClock, type FakeClock } from '../../testing/fake-clock.ts';
import { ADMIN, join, signUpAdmin, type SignedIn } from '../../testing/people.ts';
import { addressKey, ACCOUNT_LIMIT, waitFor } from './attempt.rules.ts';

// Hundreds of calls on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
let clock: FakeClock;
let server: TestServer;
let admin: SignedIn;
beforeEach(async () => {
  clock = createFakeClock();
  server = await startTestServer({ clock, config: { trustedProxies: ['127.0.0.1'] } });
  admin = await signUpAdmin(server);
});
afterEach(() => server.close());

/** A login as the proxy passes it on, from `address`. */
function logIn(address: string, email: string, password = 'not the password'): Promise<Answer> {
  const headers = { 'x-forwarded-for': address };
  return createBrowser(server).post('auth.login', { email, password }, headers);
}

async function fail(
  times: number,
  email: string,
  address = (i: number) => `198.51.100.${i}`,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await logIn(address(i), email)).status);
  return statuses;
}

describe('S4: guesses at one account', () => {
  it('are ten; the eleventh waits, from any address and with the right password too', async () => {
    expect(await fail(10, ADMIN.email)).toEqual(Array(10).fill(401));
    const eleventh = await logIn('203.0.113.9', ADMIN.email, ADMIN.password);
    expect(eleventh).toMatchObject({ status: 429, code: 'RATE_LIMITED', details: { retryAfter: 60 } });
    expect(eleventh.message).toBe('Too many attempts. Try again in 60 seconds.');
    expect(eleventh.headers.get('retry-after')).toBe('60');
  });

  it('are counted when they come at once: at most ten are checked', async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => logIn(`198.51.100.${i}`, ADMIN.email)),
    );
    expect(all.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(30);
  });

  it('wait longer with each failure, but never for good', async () => {
    await fail(10, ADMIN.email);
    const waits: unknown[] = [];
    for (let i = 0; i < 7; i++) {
      const { details } = await logIn('203.0.113.9', ADMIN.email);
      waits.push(details['retryAfter']);
      clock.advance(Number(details['retryAfter']) * 1000);
      expect((await logIn('203.0.113.9', ADMIN.email)).status).toBe(401);
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900]);
    clock.advance(15 * MINUTE);
    expect((await logIn('203.0.113.9', ADMIN.email, ADMIN.password)).status).toBe(200);
    expect((await logIn('203.0.113.9', ADMIN.email)).status).toBe(401);
  });

  it('are forgotten after an hour, and after a login', async () => {
    await fail(9, ADMIN.email);
    expect((await logIn('203.0.113.9', ADMIN.email, ADMIN.password)).status).toBe(200);
    expect(await fail(10, ADMIN.email)).toEqual(Array(10).fill(401));
    clock.advance(61 * MINUTE);
    expect(await fail(10, ADMIN.email)).toEqual(Array(10).fill(401));
  });

  it('are limited for accounts that do not exist as well, so that nobody learns which do', async () => {
    expect(await fail(11, 'nobody@fund.example')).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('are not gone after a restart', async () => {
    await fail(10, ADMIN.email);
    const rows = server.app.db.sqlite
      .prepare("SELECT failures FROM attempt WHERE key LIKE 'account:%'")
      .pluck()
      .all();
    expect(rows).toEqual([10]);
  });

  it('cover the current password when it is changed', async () => {
    const change = () =>
      admin.browser.post('auth.changePassword', { current: 'wrong', next: 'a new long phrase' });
    for (let i = 0; i < 10; i++) expect((await change()).status).toBe(400);
    expect((await change()).status).toBe(429);
  });
});

describe('S5: guesses from one address', () => {
  it('at many accounts are fifty; a forged header does not help', async () => {
    const sprayed = Array.from({ length: 51 }, (_, i) => i);
    const statuses: number[] = [];
    for (const i of sprayed) {
      const { status } = await logIn(`9.9.9.${i}, 203.0.113.9`, `person${i}@fund.example`);
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array<number>(50).fill(401), 429]);
    expect((await logIn('203.0.113.10', 'person99@fund.example')).status).toBe(401);
  });

  it('do not keep thirty people out who work behind the same address', async () => {
    const people: SignedIn[] = [];
    for (let i = 0; i < 30; i++) people.push(await join(server, admin, `person${i}@fund.example`));
    const office = (email: string, password?: string) =>
      createBrowser(server).post('auth.login', { email, password: password ?? 'not the password' });
    for (let i = 0; i < 55; i++) await office(`guess${i}@fund.example`);
    expect((await office('guess99@fund.example')).status).toBe(429);
    const statuses: number[] = [];
    for (const { email, password } of people) statuses.push((await office(email, password)).status);
    expect(statuses).toEqual(Array<number>(30).fill(200));
  });

  it('are counted per subscriber where addresses are plenty', () => {
    expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('address:2001:db8:1:2');
    expect(addressKey('2001:db8:1:2::9')).toBe('address:2001:db8:1:2');
    expect(addressKey('2001:db8::9')).toBe('address:2001:db8:0:0');
    expect(addressKey('::1')).toBe('address:0:0:0:0');
    expect(addressKey('203.0.113.9')).toBe('address:203.0.113.9');
  });
});

describe('F9: a clock that is set back', () => {
  it('does not lengthen a wait', () => {
    const now = clock.now().getTime();
    const wait = waitFor({ failures: 10, lastAt: now + 24 * 60 * MINUTE }, ACCOUNT_LIMIT, now);
    expect(wait).toBe(MINUTE);
  });
});
