import type { AppContext } from '../context.ts';
import { addDemoPeople } from '../modules/auth/demo.usecases.ts';

/** The two accounts of the demonstration; its data folder is thrown away afterwards. */
const ADMIN = {
  name: 'Ada Marsh',
  email: 'ada@example.com',
  role: 'admin',
  password: 'demo-admin-2026',
} as const;
const MEMBER = {
  name: 'Ben Okafor',
  email: 'ben@example.com',
  role: 'member',
  password: 'demo-member-2026',
} as const;

export const DEMO_LOGINS = [ADMIN, MEMBER]
  .map(({ email, role, password }) => `Log in as ${role}: ${email} with ${password}`)
  .join('\n');

/** Fills an empty data folder with a believable fund. A folder that has people already is left alone. */
export async function seedDemo(app: AppContext): Promise<void> {
  await addDemoPeople(app, 'Ten Rivers Ventures', [ADMIN, MEMBER]);
}
