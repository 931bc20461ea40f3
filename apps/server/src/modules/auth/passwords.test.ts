import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { ADMIN, signUpAdmin, type SignedIn } from '../../testing/people.ts';
import { createPasswords } from './password-hash.ts';
import { isCommonPassword } from './password.rules.ts';

// Hashes at their real cost, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let admin: SignedIn;
beforeEach(async () => {
  server = await startTestServer();
  admin = await signUpAdmin(server);
});
afterEach(() => server.close());

const passwords = createPasswords();
const hash = (password: string) => passwords.hash(password);
const verify = (phc: string | null, password: string) => passwords.verify(phc, password);

describe('S3: passwords', () => {
  it('are not cut off: the last of 128 characters counts', async () => {
    const long = 'ä'.repeat(127);
    const hashed = await hash(`${long}a`);
    expect(await verify(hashed, `${long}a`)).toBe(true);
    expect(await verify(hashed, `${long}b`)).toBe(false);
    expect(await verify(hashed, long)).toBe(false);
  });

  it('cost 64 MiB and three passes', async () => {
    const hashed = await hash('a long enough phrase');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await createPasswords().isOutdated(hashed)).toBe(false);
  });

  it('never fit nobody', async () => {
    expect(await verify(null, '')).toBe(false);
  });

  it('are computed two at a time, so that memory stays bounded', async () => {
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
    await Promise.all(Array.from({ length: 20 }, () => hash('a long enough phrase')));
    clearInterval(watch);
    expect((peak - before) / 1024 / 1024).toBeLessThan(2 * 64 + 64);
  });

  it.each([
    'qwertyuiop123',
    'passwordpassword',
    'Password1234',
    'PASSWORD!!!!!!',
    '1234567890123',
    '987654321098',
    'aaaaaaaaaaaaaa',
    'abcabcabcabc',
    'administrator',
    '123456789012',
    'dragon2024!!',
    'abcdefghijklm',
    'zaq1zaq1zaq1',
  ])('may not be %s', (password) => expect(isCommonPassword(password)).toBe(true));

  it.each(['correct horse battery', 'k7#Vq9!mZp2x', 'Ich mag Hunde und Katzen', '918273645546372819'])(
    'may be %s',
    (password) => expect(isCommonPassword(password)).toBe(false),
  );
});

describe('changing the password', () => {
  const next = 'another long phrase of mine';
  const change = (current: string, wanted = next) =>
    admin.browser.post('auth.changePassword', { current, next: wanted });

  it('needs the current one', async () => {
    expect(await change('wrong')).toMatchObject({
      status: 400,
      message: 'The current password is not right.',
    });
    expect((await createBrowser(server).post('auth.login', ADMIN)).status).toBe(200);
  });

  it('ends the other logins and keeps this one', async () => {
    const elsewhere = createBrowser(server);
    await elsewhere.post('auth.login', ADMIN);
    expect((await change(ADMIN.password)).status).toBe(200);
    expect((await admin.browser.get('auth.people')).status).toBe(200);
    expect((await elsewhere.get('auth.people')).status).toBe(401);
    expect((await createBrowser(server).post('auth.login', ADMIN)).status).toBe(401);
    expect((await createBrowser(server).post('auth.login', { ...ADMIN, password: next })).status).toBe(200);
  });

  it.each(['short', 'x'.repeat(129), 'passwordpassword'])('refuses %s', async (wanted) => {
    expect(await change(ADMIN.password, wanted)).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });
});
