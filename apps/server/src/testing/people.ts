import type { Role } from '@crm/shared';
import { z } from 'zod';
import { issueSetupToken } from '../modules/auth/setup.usecases.ts';
import { createBrowser, type Browser } from './browser.ts';
import type { TestServer } from './create-test-app.ts';

export const ADMIN = { email: 'ada@fund.example', password: 'correct horse battery 1' };

/** A person who is logged in. */
export interface SignedIn {
  readonly browser: Browser;
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** Sets the workspace up and stays logged in as its admin. */
export async function signUpAdmin(server: TestServer): Promise<SignedIn> {
  const browser = createBrowser(server);
  const token = issueSetupToken(server.app);
  const rest = { workspaceName: 'Ten Rivers', timeZone: 'Europe/Berlin', currency: 'EUR', name: 'Ada' };
  const answer = await browser.post('auth.setup', { token, ...rest, ...ADMIN });
  if (answer.status !== 200) throw new Error(answer.message);
  return { browser, id: await idOf(browser), ...ADMIN };
}

/** Invites someone, who accepts in a browser of their own. */
export async function join(
  server: TestServer,
  admin: SignedIn,
  email: string,
  role: Role = 'member',
): Promise<SignedIn> {
  const invited = await admin.browser.post('admin.invite', { email, role });
  const { url } = z.object({ url: z.string() }).parse(invited.data);
  const browser = createBrowser(server);
  const password = `a long phrase of ${email}`;
  const token = new URL(url).hash.slice(1);
  const answer = await browser.post('auth.acceptInvitation', { token, name: email.split('@')[0], password });
  if (answer.status !== 200) throw new Error(answer.message);
  return { browser, id: await idOf(browser), email, password };
}

/** Id of who is logged in. */
export async function idOf(browser: Browser): Promise<string> {
  const { data } = await browser.get('auth.me');
  return z.object({ me: z.object({ id: z.string() }) }).parse(data).me.id;
}
