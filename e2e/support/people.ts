import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { TestServer } from './server.ts';

export const ADMIN = {
  name: 'Ada Okafor',
  email: 'ada@northwind.example',
  password: 'quiet-harbour-lantern-7',
};
export const MEMBER = {
  name: 'Ben Ruiz',
  email: 'ben@northwind.example',
  password: 'seven-copper-kettles-42',
};
export const WORKSPACE = { workspaceName: 'Northwind Ventures', timeZone: 'Europe/Zurich', currency: 'USD' };

/** Calls a mutation with the cookies of a browser context, as its pages would. @returns the procedure's result */
export async function call(
  request: APIRequestContext,
  server: TestServer,
  procedure: string,
  input?: unknown,
): Promise<unknown> {
  const answer = await request.post(`${server.url}/trpc/${procedure}`, {
    data: input ?? {},
    headers: { origin: server.url, 'content-type': 'application/json' },
  });
  const body: unknown = await answer.json();
  expect(answer.ok(), `${procedure}: ${JSON.stringify(body)}`).toBe(true);
  if (typeof body !== 'object' || body === null || !('result' in body)) return undefined;
  const { result } = body;
  return typeof result === 'object' && result !== null && 'data' in result ? result.data : undefined;
}

/** Makes the first admin without the form, and signs this page's context in. */
export async function setUp(page: Page, server: TestServer): Promise<void> {
  const token = new URL(server.setupLink).hash.slice(1);
  await call(page.request, server, 'auth.setup', { token, ...WORKSPACE, ...ADMIN });
}

/** Invites somebody as the signed-in admin. @returns the link */
export async function invite(
  admin: Page,
  server: TestServer,
  who: { email: string; role?: 'admin' | 'member' } = MEMBER,
): Promise<string> {
  const { email, role = 'member' } = who;
  const made = await call(admin.request, server, 'admin.invite', { email, role });
  if (typeof made === 'object' && made !== null && 'url' in made && typeof made.url === 'string')
    return made.url;
  throw new Error('the invitation has no link');
}

/** Accepts an invitation without the form, and signs this page's context in. */
export async function join(page: Page, server: TestServer, link: string, who = MEMBER): Promise<void> {
  const token = new URL(link).hash.slice(1);
  await call(page.request, server, 'auth.acceptInvitation', {
    token,
    name: who.name,
    password: who.password,
  });
}

/** Signs in by the form. */
export async function logIn(page: Page, server: TestServer, who = ADMIN): Promise<void> {
  await page.goto(`${server.url}/login`);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}
