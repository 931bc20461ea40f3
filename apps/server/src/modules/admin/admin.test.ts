import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../../db/audit.ts';
import { createBrowser } from '../../testing/browser.ts';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { join, signUpAdmin, type SignedIn } from '../../testing/people.ts';

let server: TestServer;
let admin: SignedIn;
let ben: SignedIn;
beforeEach(async () => {
  server = await startTestServer();
  admin = await signUpAdmin(server);
  ben = await join(server, admin, 'ben@fund.example');
});
afterEach(() => server.close());

const act = (call: string, input: object) => admin.browser.post(`admin.${call}`, input);
const actions = () => server.app.db.sqlite.prepare('SELECT action FROM audit ORDER BY seq').pluck().all();

describe('the people page', () => {
  it('lists everyone with their logins, and open invitations', async () => {
    await act('invite', { email: 'cy@fund.example', role: 'bot' });
    const { data } = await admin.browser.get('admin.people');
    expect(data).toMatchObject({
      people: [
        { name: 'Ada', role: 'admin', sessions: 1, deactivatedAt: null },
        { name: 'ben', role: 'member', sessions: 1, deactivatedAt: null },
      ],
      invitations: [{ email: 'cy@fund.example', role: 'bot', invitedBy: admin.id }],
    });
    expect(JSON.stringify(data)).not.toMatch(/argon2|hash/i);
  });

  it('tells every page that people changed, after it is on disk', async () => {
    const heard: unknown[] = [];
    server.app.bus.on('changed', (what) => heard.push([what, server.app.db.sqlite.inTransaction]));
    await act('setRole', { userId: ben.id, role: 'admin' });
    expect(heard).toEqual([['people', false]]);
  });
});

describe('an admin', () => {
  it('deactivates and lets in again', async () => {
    expect((await act('deactivate', { userId: ben.id })).status).toBe(200);
    expect((await createBrowser(server).post('auth.login', ben)).status).toBe(401);
    expect((await act('reactivate', { userId: ben.id })).status).toBe(200);
    expect((await createBrowser(server).post('auth.login', ben)).status).toBe(200);
    expect((await ben.browser.get('auth.people')).status).toBe(401);
  });

  it('changes roles', async () => {
    await act('setRole', { userId: ben.id, role: 'admin' });
    await ben.browser.post('auth.login', ben);
    expect((await ben.browser.get('admin.people')).status).toBe(200);
  });

  it('cannot leave the fund without one', async () => {
    const self = { userId: admin.id };
    expect(await act('deactivate', self)).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await act('setRole', { ...self, role: 'member' })).toMatchObject({
      status: 409,
      code: 'CONFLICT',
    });
    await act('setRole', { userId: ben.id, role: 'admin' });
    await act('deactivate', { userId: ben.id });
    expect((await act('deactivate', self)).status).toBe(409);
    await act('reactivate', { userId: ben.id });
    expect((await act('setRole', { ...self, role: 'member' })).status).toBe(200);
  });

  it('cannot do anything to nobody', async () => {
    const userId = '01900000-0000-7000-8000-000000000000';
    expect((await act('deactivate', { userId })).code).toBe('NOT_FOUND');
    expect((await act('setRole', { userId, role: 'bot' })).code).toBe('NOT_FOUND');
    expect((await act('revokeInvitation', { id: userId })).code).toBe('NOT_FOUND');
  });

  it("sets the fund's name, zone and currency", async () => {
    const settings = { name: 'Eleven Rivers', timeZone: 'Asia/Tokyo', currency: 'JPY' };
    expect((await act('workspace', settings)).status).toBe(200);
    expect((await ben.browser.get('auth.me')).data).toMatchObject({ workspace: settings });
    expect((await act('workspace', { ...settings, timeZone: 'Nowhere' })).code).toBe('BAD_INPUT');
  });

  it('leaves a record of every act, and none of an act that was refused', async () => {
    const before = actions().length;
    await act('setRole', { userId: ben.id, role: 'bot' });
    await act('deactivate', { userId: admin.id });
    await act('revokeSessions', { userId: ben.id });
    await act('deactivate', { userId: ben.id });
    await act('deactivate', { userId: ben.id });
    expect(actions().slice(before)).toEqual(['user.role', 'user.sessionsRevoked', 'user.deactivated']);
    expect(verifyAudit(server.app.db.reader).firstBad).toBeNull();
  });
});

describe('oneself', () => {
  it('changes name and theme', async () => {
    expect((await ben.browser.post('auth.updateProfile', { name: ' Ben O. ', theme: 'dark' })).status).toBe(
      200,
    );
    expect((await ben.browser.get('auth.me')).data).toMatchObject({ me: { name: 'Ben O.', theme: 'dark' } });
  });

  it('S7: does not change the role, nor anything else', async () => {
    await ben.browser.post('auth.updateProfile', {
      name: 'Ben',
      role: 'admin',
      email: 'x@y.example',
      id: admin.id,
    });
    expect((await ben.browser.get('auth.me')).data).toMatchObject({
      me: { id: ben.id, name: 'Ben', role: 'member', email: ben.email },
    });
  });

  it('sees and ends own logins, nobody else’s', async () => {
    const elsewhere = createBrowser(server);
    await elsewhere.post(
      'auth.login',
      { email: ben.email, password: ben.password },
      { 'user-agent': 'Phone' },
    );
    const { data } = await ben.browser.get('auth.sessions');
    expect(data).toHaveLength(2);
    expect(data).toContainEqual(
      expect.objectContaining({ current: false, userAgent: 'Phone', address: '127.0.0.1' }),
    );
    const { data: other } = await elsewhere.get('auth.me');
    const { sessionId } = z.object({ sessionId: z.string() }).parse(other);
    expect((await admin.browser.post('auth.revokeSession', { id: sessionId })).code).toBe('NOT_FOUND');
    expect((await ben.browser.post('auth.revokeSession', { id: sessionId })).status).toBe(200);
    expect((await elsewhere.get('auth.people')).status).toBe(401);
    expect((await ben.browser.post('auth.revokeOtherSessions')).data).toEqual({ ended: 0 });
    expect((await ben.browser.get('auth.people')).status).toBe(200);
  });
});
