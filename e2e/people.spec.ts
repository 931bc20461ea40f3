/** Setting up, inviting, changing and shutting out people, each in the browser it happens in. */
import { ADMIN, invite, logIn, MEMBER, setUp, WORKSPACE } from './support/people.ts';
import { expect, test } from './support/test.ts';

test('the printed link makes the first admin, once, and the token leaves the address bar', async ({
  page,
  server,
}) => {
  await page.goto(server.setupLink);
  await expect(page).toHaveURL(`${server.url}/setup`);
  await page.getByLabel('Fund or firm').fill(WORKSPACE.workspaceName);
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Zurich');
  await expect(page.getByLabel('Currency')).toHaveValue('USD');
  await page.getByLabel('Your name').fill(ADMIN.name);
  await page.getByLabel('Your e-mail').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill('short');
  await expect(page.getByText('7 more characters needed')).toBeVisible();
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.getByLabel('Password', { exact: true }).fill('passwordpassword1');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page.getByRole('alert').first()).toContainText('first that attackers try');
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText(WORKSPACE.workspaceName);
  await expect(page).toHaveURL(/\/grid/);
});

test('without the link, set-up says where to find it', async ({ page, server }) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Open the set-up link' })).toBeVisible();
});

test('an admin invites somebody, who joins by the link; the link works once', async ({
  admin,
  browser,
  page,
  server,
}) => {
  await admin.goto(`${server.url}/settings/people`);
  await expect(admin.getByText('1 person has access')).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'No open invitations' })).toBeVisible();
  await admin.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(admin.getByLabel('E-mail')).toBeFocused();
  await admin.getByLabel('E-mail').fill('not an address');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('This is not an e-mail address.')).toBeVisible();
  await admin.getByLabel('E-mail').fill(MEMBER.email);
  await admin.keyboard.press('Enter');
  const link = await admin.getByLabel('Invitation link').inputValue();
  await admin.getByRole('button', { name: 'Done' }).click();
  await expect(admin.getByRole('button', { name: 'Invite', exact: true })).toBeFocused();
  await expect(admin.getByText(MEMBER.email)).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { name: `Join ${WORKSPACE.workspaceName}` })).toBeVisible();
  await expect(page).toHaveURL(`${server.url}/invite`);
  await page.getByLabel('Your name').fill(MEMBER.name);
  await page.getByLabel('Password', { exact: true }).fill(MEMBER.password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  const late = await browser.newContext();
  const again = await late.newPage();
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This invitation is no longer good' })).toBeVisible();
  await late.close();
});

test('an open invitation can be revoked', async ({ admin, page, server }) => {
  const link = await invite(admin, server);
  await admin.goto(`${server.url}/settings/people`);
  await admin.getByRole('button', { name: `Revoke the invitation of ${MEMBER.email}` }).click();
  await expect(admin.getByText('Invitation revoked', { exact: true })).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'No open invitations' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This invitation is no longer good' })).toBeVisible();
});

test('a deactivated person is at the sign-in page within 5 s on every tab, and can be let in again', async ({
  admin,
  member,
  server,
}) => {
  await member.goto(`${server.url}/settings/you`);
  const second = await member.context().newPage();
  await second.goto(`${server.url}/settings/you`);
  for (const tab of [member, second])
    await expect(tab.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await admin.goto(`${server.url}/settings/people`);
  await admin.getByRole('button', { name: `Actions for ${MEMBER.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(admin.getByRole('alertdialog')).toContainText('signed out within seconds');
  await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
  for (const tab of [member, second]) {
    await expect(tab.getByText('Your session has ended.')).toBeVisible({ timeout: 5_000 });
    await expect(tab).toHaveURL(/\/login\?next=/);
  }
  await expect(admin.getByRole('row', { name: MEMBER.name })).toContainText('Deactivated');
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByText(`${MEMBER.name} can sign in again`, { exact: true })).toBeVisible();
  await member.getByLabel('E-mail').fill(MEMBER.email);
  await member.getByLabel('Password', { exact: true }).fill(MEMBER.password);
  await member.getByRole('button', { name: 'Sign in' }).click();
  await expect(member).toHaveURL(`${server.url}/settings/you`);
  await expect(second).toHaveURL(`${server.url}/settings/you`);
});

test('the last admin cannot leave, and is told what to do', async ({ admin, member, server }) => {
  await admin.goto(`${server.url}/settings/people`);
  await admin.getByRole('button', { name: `Actions for ${ADMIN.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Make member' }).click();
  await admin.getByRole('button', { name: 'Make member' }).click();
  await expect(admin.getByRole('alertdialog')).toContainText('Make someone else an admin first');
  await admin.keyboard.press('Escape');
  await expect(admin.getByRole('button', { name: `Actions for ${ADMIN.name}` })).toBeFocused();

  await admin.getByRole('button', { name: `Actions for ${MEMBER.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Make administrator' }).click();
  await admin.getByRole('button', { name: 'Make administrator' }).click();
  await expect(admin.getByRole('row', { name: MEMBER.name })).toContainText('Administrator');
  await logIn(member, server, MEMBER);
  await member.goto(`${server.url}/settings`);
  await expect(member.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
});

test('a member finds no admin page', async ({ member, server }) => {
  await member.goto(`${server.url}/settings`);
  await expect(member).toHaveURL(`${server.url}/settings/you`);
  await expect(member.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
  await member.goto(`${server.url}/settings/people`);
  await expect(member.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
});

test('oneself: name, theme, password, sessions', async ({ admin, server, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await logIn(elsewhere, server);
  await admin.goto(`${server.url}/settings/you`);
  await admin.getByLabel('Name', { exact: true }).fill('Ada N. Okafor');
  await admin.getByRole('button', { name: 'Save name' }).click();
  await expect(admin.getByRole('button', { name: 'Ada N. Okafor your menu' })).toBeVisible();

  await admin.getByText('Dark', { exact: true }).click();
  await expect(admin.locator('html')).toHaveAttribute('data-theme', 'dark');
  await admin.reload();
  await expect(admin.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(admin.getByRole('radio', { name: 'Dark' })).toBeChecked();

  await expect(admin.getByRole('button', { name: /^End the session of/ })).toHaveCount(1);
  await admin.getByLabel('Current password').fill('something else entirely');
  await admin.getByLabel('New password').fill('nine-patient-otters-swim');
  await admin.getByRole('button', { name: 'Change password' }).click();
  await expect(admin.getByText('The current password is not right.')).toBeVisible();
  await admin.getByLabel('Current password').fill(ADMIN.password);
  await admin.getByRole('button', { name: 'Change password' }).click();
  await expect(admin.getByText('Password changed', { exact: true })).toBeVisible();
  await expect(admin.getByRole('button', { name: /^End the session of/ })).toHaveCount(0);
  await expect(elsewhere.getByText('Your session has ended.')).toBeVisible({ timeout: 5_000 });
  await elsewhere.context().close();
});

test('the workspace: name, zone and currency reach everyone', async ({ admin, member, server }) => {
  await member.goto(`${server.url}/settings/you`);
  await admin.goto(`${server.url}/settings/workspace`);
  await expect(admin.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await admin.getByLabel('Fund or firm').fill('Northwind Capital');
  await admin.getByLabel('Time zone').selectOption('America/New_York');
  await admin.getByRole('button', { name: 'Save changes' }).click();
  await expect(admin.getByText('Saved', { exact: true })).toBeVisible();
  await expect(admin.getByRole('navigation', { name: 'Main' })).toContainText('Northwind Capital');
  await member.reload();
  await expect(member.getByRole('navigation', { name: 'Main' })).toContainText('Northwind Capital');
});

test('signing out leads every tab to the sign-in page, which keeps no secret', async ({ page, server }) => {
  await setUp(page, server);
  await page.goto(`${server.url}/settings/you`);
  const other = await page.context().newPage();
  await other.goto(`${server.url}/settings/you`);
  await page.getByRole('button', { name: `${ADMIN.name} your menu` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 5_000 });
  }
  await expect(page.getByText('Your session has ended.')).toHaveCount(0);
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toContain(ADMIN.email);
  expect(await page.evaluate(() => document.cookie)).toBe('');

  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill('wrong-wrong-wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
});

test('everything by keyboard, from signing in to inviting', async ({ page, admin, server }) => {
  await admin.close();
  await page.goto(server.url);
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByPlaceholder(/^Search/)).toBeFocused();
  await page.keyboard.type('peop');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/settings\/people/);
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByPlaceholder(/^Search/)).toBeFocused();
  await page.keyboard.type('invite');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(MEMBER.email);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Invitation link')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
});
