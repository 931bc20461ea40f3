import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { signUpAdmin, type SignedIn } from '../testing/people.ts';

let server: TestServer;
let admin: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signUpAdmin(server);
});
afterAll(() => server.close());

const EVIL = 'http://evil.example';
const name = async () => (await admin.browser.get('auth.me')).data;

/** A request of a page with the admin's cookie, as raw as a page can make it. */
function raw(
  init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> },
  call = 'auth.updateProfile',
): Promise<Response> {
  const headers = { cookie: admin.browser.cookie(), ...init.headers };
  return fetch(`${server.url}/trpc/${call}`, { ...init, headers });
}

describe('S6: another site cannot act for a person', () => {
  const body = JSON.stringify({ name: 'Mallory' });

  it.each([
    ['JSON', { 'content-type': 'application/json', origin: EVIL }, 403],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x', origin: EVIL }, 403],
    ['an opaque origin', { 'content-type': 'application/json', origin: 'null' }, 403],
    ['another port', { 'content-type': 'application/json', origin: 'http://127.0.0.1:1' }, 403],
    [
      'no origin but a cross-site mark',
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text/plain', { 'content-type': 'text/plain' }, 415],
    ['nearly JSON', { 'content-type': 'application/json-patch+json' }, 415],
    ['JSON hidden in a parameter', { 'content-type': 'text/plain; x=application/json' }, 415],
    ['multipart from nowhere', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('with %s', async (_what, headers, status) => {
    const before = await name();
    const response = await raw({ method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await name()).toEqual(before);
  });

  it('with GET, PUT or a stream over HTTP', async () => {
    const before = await name();
    const input = `?input=${encodeURIComponent(body)}`;
    expect((await raw({ headers: {} }, `auth.updateProfile${input}`)).status).toBe(405);
    expect((await raw({ method: 'PUT', headers: {}, body })).status).toBe(405);
    expect((await raw({ method: 'DELETE', headers: {} })).status).toBe(405);
    expect(await name()).toEqual(before);
  });

  it('with a WebSocket', async () => {
    await expect(admin.browser.socket({ origin: EVIL })).rejects.toThrow('403');
    await expect(admin.browser.socket({ origin: 'null' })).rejects.toThrow('403');
    await expect(createBrowser(server).socket()).rejects.toThrow('401');
    const socket = await admin.browser.socket();
    socket.close();
  });

  it('and the page itself can', async () => {
    const answer = await admin.browser.post('auth.updateProfile', { name: 'Ada M.' });
    expect(answer.status).toBe(200);
    expect(await name()).toMatchObject({ me: { name: 'Ada M.' } });
  });
});

describe('S6: behind a public address', () => {
  it('takes pages of that address, and of the local network directly', async () => {
    const behind = await startTestServer({ config: { publicUrl: new URL('https://crm.example.com') } });
    const post = (headers: Record<string, string>) =>
      createBrowser(behind).post('auth.logout', undefined, headers);
    expect((await post({ origin: 'https://crm.example.com' })).status).toBe(200);
    expect((await post({ origin: behind.url })).status).toBe(200);
    expect((await post({ origin: 'http://crm.example.com' })).status).toBe(403);
    expect((await post({ origin: 'https://crm.example.com.evil.example' })).status).toBe(403);
    await behind.close();
  });
});
