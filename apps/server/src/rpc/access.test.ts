import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBrowser, type Browser } from '../testing/browser.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { join, signUpAdmin } from '../testing/people.ts';
import { appRouter } from './app-router.ts';
import { allows, type Policy } from './policy.ts';

/** Where tRPC keeps what a procedure or router is. */
const DEFINITION = '_def';
const Definition = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  meta: z.object({ policy: z.enum(['public', 'bot', 'member', 'admin']).optional() }).optional(),
});
/** Flat, by path: the router's own table, so that none can be forgotten here. */
const table: Record<string, unknown> = z
  .object({ procedures: z.record(z.string(), z.unknown()) })
  .parse(Reflect.get(appRouter, DEFINITION)).procedures;
const procedures = Object.entries(table).map(([path, procedure]) => {
  const { type, meta } = Definition.parse(Reflect.get(Object(procedure), DEFINITION));
  return { path, type, policy: meta?.policy };
});
const ROLES = ['anonymous', 'admin', 'member', 'bot', 'disabled'] as const;
type Caller = (typeof ROLES)[number];

let server: TestServer;
let callers: Record<Caller, Browser>;
beforeAll(async () => {
  server = await startTestServer();
  const admin = await signUpAdmin(server);
  const disabled = await join(server, admin, 'disabled@fund.example', 'admin');
  callers = {
    anonymous: createBrowser(server),
    admin: admin.browser,
    member: (await join(server, admin, 'member@fund.example')).browser,
    bot: (await join(server, admin, 'bot@fund.example', 'bot')).browser,
    disabled: disabled.browser,
  };
  await admin.browser.post('admin.deactivate', { userId: disabled.id });
});
afterAll(() => server.close());

/** The HTTP status that ends the call before its input is even looked at; null = the caller may call. */
function refusal(policy: Policy, caller: Caller): number | null {
  if (policy === 'public') return null;
  if (caller === 'anonymous' || caller === 'disabled') return 401;
  return allows(policy, caller) ? null : 403;
}

describe('S7: the access matrix', () => {
  it('knows every procedure, and each declares a policy', () => {
    expect(procedures.length).toBeGreaterThan(15);
    expect(procedures.filter(({ policy }) => !policy)).toEqual([]);
  });

  it('lets only these be called by anyone', () => {
    const open = procedures.filter(({ policy }) => policy === 'public').map(({ path }) => path);
    expect(open.toSorted()).toEqual([
      'auth.acceptInvitation',
      'auth.invitation',
      'auth.login',
      'auth.logout',
      'auth.me',
      'auth.setup',
    ]);
  });

  it('keeps admin to admins, and the sheet from bots', () => {
    const policies = (prefix: RegExp) =>
      new Set(procedures.filter(({ path }) => prefix.test(path)).map((p) => p.policy));
    expect(policies(/^admin\./)).toEqual(new Set(['admin']));
    expect([...policies(/^(fundraising|views|importing)\./)]).not.toContain('bot');
  });

  it.each(ROLES.filter((role) => role !== 'admin'))('holds for %s', async (caller) => {
    const outcomes: unknown[] = [];
    const wanted: unknown[] = [];
    for (const { path, type, policy = 'admin' } of procedures) {
      if (type === 'subscription' || path === 'auth.logout') continue;
      // A null input fits no schema: whoever is let through is told so, and nothing is done.
      const browser = callers[caller];
      const { status } = await (type === 'query' ? browser.get(path, null) : browser.post(path, null));
      outcomes.push([path, [401, 403].includes(status) ? status : 'let in']);
      wanted.push([path, refusal(policy, caller) ?? 'let in']);
    }
    expect(outcomes).toEqual(wanted);
  });
});
