import { once } from 'node:events';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { signUpAdmin } from '../testing/people.ts';
import { isTooDeep } from './json-depth.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

function post(
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
  path = 'auth.login',
): Promise<Response> {
  return fetch(`${server.url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('S23: what is sent has limits', () => {
  it('takes no body over 1 MB', async () => {
    const response = await post(JSON.stringify({ email: 'a', password: 'x'.repeat(1024 * 1024) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { data: { code: 'TOO_LARGE' } } });
  });

  it('takes no 50 MB, even where a file may come, and does not wait for it', async () => {
    const admin = await signUpAdmin(server);
    const headers = {
      'content-type': 'application/json',
      'content-length': String(50 * 1024 * 1024),
      cookie: admin.browser.cookie(),
    };
    const sending = request(`${server.url}/trpc/importing.begin`, { method: 'POST', headers });
    sending.flushHeaders();
    const answered: unknown[] = await once(sending, 'response');
    expect(answered[0]).toMatchObject({ statusCode: 413 });
    sending.destroy();
  });

  it('takes nothing large from someone who is not logged in', async () => {
    const response = await post(
      JSON.stringify({ fileName: 'a', base64: 'x'.repeat(1000) }),
      {},
      'importing.begin',
    );
    expect(response.status).toBe(401);
  });

  it('takes nothing compressed: a bomb is not opened', async () => {
    const bomb = gzipSync(Buffer.alloc(10 * 1024 * 1024));
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
  });

  it('takes no deeply nested JSON', async () => {
    const deep = `{"email":"a","password":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect((await post(deep)).status).toBe(400);
    expect(isTooDeep('['.repeat(32) + ']'.repeat(32))).toBe(false);
    expect(isTooDeep('['.repeat(33) + ']'.repeat(33))).toBe(true);
    expect(isTooDeep(JSON.stringify({ a: '[[[[{{{{"\\[[', b: [['}']] }), 3)).toBe(false);
    expect(isTooDeep(JSON.stringify([['"'], ['\\'], [['x']]]), 2)).toBe(true);
  });

  it('answers what is not JSON, or no procedure, with a sentence', async () => {
    expect((await post('{"email":')).status).toBe(400);
    const browser = createBrowser(server);
    expect(await browser.get('auth.nothing')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await browser.post('auth.login', { email: 5 })).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });
});

describe('S4: calls in a batch', () => {
  const batch = (calls: string[]) => {
    const input = Object.fromEntries(calls.map((_, i) => [i, { email: 'a@b.co', password: 'x' }]));
    return post(JSON.stringify(input), {}, `${calls.join(',')}?batch=1`);
  };

  it('are at most ten', async () => {
    expect((await batch(Array<string>(11).fill('views.list'))).status).toBe(400);
    expect((await batch(Array<string>(200).fill('views.list'))).status).toBe(400);
  });

  it('are never logins', async () => {
    const count = server.app.db.reader.reading<{ n: number }>('SELECT sum(failures) AS n FROM attempt');
    const before = count.get();
    expect((await batch(['auth.login', 'auth.login'])).status).toBe(400);
    expect((await batch(['auth%2Elogin', 'auth.login'])).status).toBe(400);
    expect((await batch(Array<string>(1000).fill('auth.login'))).status).toBe(400);
    expect(count.get()?.n).toBe(before?.n);
  });
});
