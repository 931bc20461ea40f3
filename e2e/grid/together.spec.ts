/** Several people in one sheet, with and without a network. */
import { expect, test } from '../support/test.ts';
import { addInvestors, cell, openGrid, pill, type } from './sheet.ts';

test('an edit is seen by the other person, and undone for both', async ({ admin, member, server }) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  await type(admin, 1, 'Renamed');
  await expect(await cell(member, 1)).toHaveText('Renamed');
  await admin.keyboard.press('Control+z');
  await expect(await cell(member, 1)).toHaveText('Alder');
});

test('two people write the same cell: both values stay within reach', async ({ admin, member, server }) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  await expect(await cell(admin, 1)).toHaveText('Alder');
  await admin.context().setOffline(true);
  await type(admin, 1, 'Mine');
  await expect(pill(admin)).toContainText('Offline – 1 edit on this device');
  await type(member, 1, 'Theirs');
  await expect(pill(member)).toHaveText('Saved');
  await admin.context().setOffline(false);
  await expect(pill(admin)).toHaveText('1 needs attention', { timeout: 20_000 });
  await expect(await cell(admin, 1)).toHaveText('Theirs');
  await pill(admin).click();
  const tray = admin.getByRole('complementary', { name: 'Needs attention' });
  await expect(tray).toContainText('Mine');
  await expect(tray).toContainText('Theirs');
  await tray.getByRole('button', { name: 'Keep mine' }).click();
  await expect(await cell(member, 1)).toHaveText('Mine');
  await expect(pill(admin)).toHaveText('Saved');
});

test('edits made off line outlive a reload and arrive when the network is back', async ({
  admin,
  member,
  server,
}) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  // Only the edits are held back: the reloaded page has to come from somewhere.
  await admin.route('**/trpc/fundraising.push*', (route) => route.abort());
  await type(admin, 1, 'Kept one');
  await type(admin, 2, 'Kept two');
  await expect(pill(admin)).toContainText('2 edits on this device', { timeout: 20_000 });
  admin.on('dialog', (dialog) => void dialog.accept());
  await admin.reload();
  await expect(await cell(admin, 2)).toHaveText('Kept two');
  await expect(await cell(member, 2)).toHaveText('Birch');
  await admin.unroute('**/trpc/fundraising.push*');
  await expect(pill(admin)).toHaveText('Saved', { timeout: 40_000 });
  await expect(await cell(member, 1)).toHaveText('Kept one');
  await expect(await cell(member, 2)).toHaveText('Kept two');
});

test('a cell that somebody is in says so, in words, and names them under the pointer', async ({
  admin,
  member,
  server,
}) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  await (await cell(member, 2)).click();
  const ring = admin.locator('.g-mark-other[data-label="Ben Ruiz"]');
  await expect(ring).toBeAttached();
  await expect(ring).not.toHaveAttribute('data-near');
  await (await cell(admin, 2)).hover();
  await expect(ring).toHaveAttribute('data-near');
  await expect(admin.getByRole('button', { name: 'Go to where Ben Ruiz is' })).toBeVisible();
  await member.keyboard.press('Enter');
  await expect(admin.locator('.g-mark-locked[data-label="Ben Ruiz is editing"]')).toBeAttached();
  await type(admin, 2, 'Not yet');
  await expect(admin.getByText('Ben Ruiz is editing this cell').first()).toBeVisible();
  await expect(await cell(admin, 2)).toHaveText('Birch');
});
