import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { closeStaleSockets } from '../modules/auth/upkeep.usecases.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { createFakeClock, type FakeClock } from '../testing/fake-clock.ts';
import { join, signUpAdmin, type SignedIn } from '../testing/people.ts';

let clock: FakeClock;
let server: TestServer;
let admin: SignedIn;
let ben: SignedIn;
let socket: WebSocket;
beforeEach(async () => {
  clock = createFakeClock();
  server = await startTestServer({ clock });
  admin = await signUpAdmin(server);
  ben = await join(server, admin, 'ben@fund.example');
  socket = await ben.browser.socket();
});
afterEach(() => server.close());

/** The close code, once the server has ended the connection. */
async function closeCode(of: WebSocket): Promise<unknown> {
  const closed: unknown[] = await once(of, 'close');
  return closed[0];
}
const userId = () => ({ userId: ben.id });

describe('S2: connections end with the login', () => {
  it.each([
    ['logout', () => ben.browser.post('auth.logout')],
    ['deactivation', () => admin.browser.post('admin.deactivate', userId())],
    ['a change of role', () => admin.browser.post('admin.setRole', { ...userId(), role: 'bot' })],
    ['an admin ending all logins', () => admin.browser.post('admin.revokeSessions', userId())],
  ])('on %s', async (_what, act) => {
    const closed = closeCode(socket);
    expect((await act()).status).toBe(200);
    expect(await closed).toBe(4401);
    expect(await ben.browser.get('auth.people')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    await expect(ben.browser.socket()).rejects.toThrow('401');
  });

  it('on a change of password elsewhere, and only there', async () => {
    const own = await admin.browser.socket();
    const input = { current: ben.password, next: 'another long phrase of mine' };
    await ben.browser.post('auth.changePassword', input);
    expect(socket.readyState).toBe(socket.OPEN);
    expect((await ben.browser.get('auth.people')).status).toBe(200);
    expect(own.readyState).toBe(own.OPEN);
  });

  it('when the login runs out', async () => {
    closeStaleSockets(server.app);
    expect(server.app.sockets.sessions()).toHaveLength(1);
    const closed = closeCode(socket);
    clock.advance(12 * 3_600_000);
    closeStaleSockets(server.app);
    expect(await closed).toBe(4401);
  });

  it('when another process ends it', async () => {
    const closed = closeCode(socket);
    server.app.db.sqlite.exec("UPDATE session SET revoked_at = '2026-03-02T10:00:00Z'");
    closeStaleSockets(server.app);
    expect(await closed).toBe(4401);
  });

  it('even when the other side does not answer', async () => {
    socket.pause();
    await admin.browser.post('admin.deactivate', userId());
    await expect.poll(() => server.app.sockets.sessions().length, { timeout: 5000 }).toBe(0);
    socket.terminate();
  });
});

describe('a socket', () => {
  /** Sends one frame and returns what comes back. */
  async function exchange(frame: unknown): Promise<unknown> {
    const reply = once(socket, 'message');
    socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    const message: unknown[] = await reply;
    return JSON.parse(String(message[0]));
  }

  it('answers calls as HTTP does', async () => {
    const call = { id: 1, method: 'query', params: { path: 'auth.people' } };
    expect(await exchange(call)).toMatchObject({
      id: 1,
      result: { data: [{ name: 'Ada' }, { name: 'ben' }] },
    });
  });

  it('S7: checks the role at every call', async () => {
    const call = { id: 1, method: 'query', params: { path: 'admin.people' } };
    expect(await exchange(call)).toMatchObject({ error: { data: { code: 'FORBIDDEN' } } });
    server.app.db.sqlite.prepare("UPDATE user SET role = 'admin' WHERE id = ?").run(ben.id);
    expect(await exchange({ ...call, id: 2 })).toMatchObject({
      id: 2,
      result: { data: { invitations: [] } },
    });
  });

  it('S4: takes no logins, no large batches and nothing deep', async () => {
    const login = {
      id: 1,
      method: 'mutation',
      params: { path: 'auth.login', input: { email: 'a', password: 'b' } },
    };
    expect(await exchange(login)).toMatchObject({ error: { data: { code: 'BAD_INPUT' } } });
    expect(await exchange(Array.from({ length: 11 }, () => login))).toMatchObject({
      error: { data: { code: 'BAD_INPUT' } },
    });
    expect(await exchange('['.repeat(5000))).toMatchObject({ error: { data: { code: 'BAD_INPUT' } } });
  });

  it('ends when it sends too much at once', async () => {
    const closed = closeCode(socket);
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await closed).toBe(1009);
  });
});
