import type { UserId } from '@crm/shared';
import { generateNKeysBetween } from 'fractional-indexing';
import type { AppContext } from '../context.ts';
import { addDemoPeople } from '../modules/auth/demo.usecases.ts';
import { changeSheet, type SheetChange } from '../modules/fundraising/change.usecases.ts';
import { createDefaultSheet } from '../modules/fundraising/default-sheet.usecases.ts';
import { createView } from '../modules/views/views.usecases.ts';
import { inventInvestors } from './investors.ts';
import { demoColumns, investorOps } from './ops.ts';
import { createRandom } from './random.ts';
import { demoViews } from './views.ts';

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
const INVESTORS = 400;
const SEED = 20_260_302;

export const DEMO_LOGINS = [ADMIN, MEMBER]
  .map(({ email, role, password }) => `Log in as ${role}: ${email} with ${password}`)
  .join('\n');

/** Fills an empty data folder with a believable fund. A folder that has people already is left alone. */
export async function seedDemo(app: AppContext): Promise<void> {
  const people = await addDemoPeople(app, 'Ten Rivers Ventures', [ADMIN, MEMBER]);
  const [admin, member] = people ?? [];
  if (!admin || !member) return;
  app.db.write((tx) => createDefaultSheet(app, tx, { kind: 'system', id: null }));
  changeSheet(app, (change) => fill(app, change, [admin, member]));
  for (const view of demoViews(changeSheet(app, (change) => change.sheet.columnsNow()))) {
    createView(app, { userId: admin, role: 'admin' }, view);
  }
}

function fill(app: AppContext, change: SheetChange, owners: readonly [UserId, UserId]): void {
  const author = (id: UserId) =>
    ({ actor: { kind: 'user', id }, clientId: null, mid: null, cause: 'demo', source: 'server' }) as const;
  const columns = demoColumns(change.sheet.columnsNow());
  must(change.apply(columns.ops, author(owners[0])));
  const investors = inventInvestors(createRandom(SEED), INVESTORS, app.clock.now());
  const positions = generateNKeysBetween(null, null, investors.length);
  for (const [i, investor] of investors.entries()) {
    const ops = investorOps(investor, positions[i] ?? '', columns.byName, owners);
    must(change.apply(ops, author(owners[investor.isFirstOwner ? 0 : 1])));
  }
}

function must(result: ReturnType<SheetChange['apply']>): void {
  if (result.status !== 'applied')
    throw new Error(`The demonstration does not fit: ${JSON.stringify(result)}`);
}
