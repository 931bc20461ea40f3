/** Every page in light and dark, wide and narrow: axe finds nothing, and nothing is wider than the window. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { ADMIN, invite } from './support/people.ts';
import { expect, test } from './support/test.ts';

// Each page is held against axe four times, and the long lists of zones and currencies take it a while.
test.describe.configure({ timeout: 240_000 });

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const THEMES = ['light', 'dark'] as const;

/** Holds the page against axe in every theme and size, and against sideways scrolling. */
async function check(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page, `${what}, ${colorScheme}, ${size.width} px`);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${what}: wider than ${size.width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('before signing in', async ({ page, server }) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Open the set-up link' })).toBeVisible();
  await check(page, 'set-up without the link');
  await page.goto(server.setupLink);
  await page.getByLabel('Password', { exact: true }).fill('northwind');
  await page.getByRole('button', { name: 'Create the workspace' }).click();
  await expect(page.getByText('Say your name.')).toBeVisible();
  await check(page, 'set-up with complaints');
});

test('sign-in and invitation', async ({ page, admin, server }) => {
  const link = await invite(admin, server);
  await page.goto(`${server.url}/login?ended`);
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await check(page, 'sign-in');
  await page.goto(link);
  await expect(page.getByLabel('Your name')).toBeVisible();
  await check(page, 'invitation');
  await page.goto(`${server.url}/invite#nothing-known`);
  await expect(page.getByRole('heading', { name: 'This invitation is no longer good' })).toBeVisible();
  await check(page, 'invitation that is no longer good');
});

test('the settings', async ({ admin, server }) => {
  await admin.goto(`${server.url}/settings/people`);
  await expect(admin.getByRole('heading', { name: 'No open invitations' })).toBeVisible();
  await check(admin, 'people without invitations');
  await invite(admin, server);
  await admin.reload();
  await expect(admin.getByRole('button', { name: /^Revoke/ })).toBeVisible();
  await check(admin, 'people');
  await admin.goto(`${server.url}/settings/workspace`);
  await expect(admin.getByLabel('Fund or firm')).toBeVisible();
  await check(admin, 'workspace');
  await admin.goto(`${server.url}/settings/you`);
  await expect(admin.getByText('This one')).toBeVisible();
  await check(admin, 'you');
  await admin.goto(`${server.url}/nowhere`);
  await expect(admin.getByRole('heading', { name: 'There is no page at this address' })).toBeVisible();
  await check(admin, 'not found');
});

test('what opens over the pages', async ({ admin, server }) => {
  await admin.goto(`${server.url}/settings/people`);
  await expect(admin.getByRole('table')).toBeVisible();
  await admin.keyboard.press('ControlOrMeta+k');
  await expect(admin.getByPlaceholder(/^Search/)).toBeVisible();
  await check(admin, 'command palette');
  await admin.keyboard.press('Escape');
  await admin.keyboard.press('?');
  await expect(admin.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await check(admin, 'keyboard shortcuts');
  await admin.keyboard.press('Escape');
  await admin.getByRole('button', { name: `${ADMIN.name} your menu` }).click();
  await expect(admin.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await check(admin, 'your menu');
  await admin.keyboard.press('Escape');
  await admin.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(admin.getByRole('dialog')).toBeVisible();
  await check(admin, 'invite');
  await admin.keyboard.press('Escape');
  await admin.getByRole('button', { name: `Actions for ${ADMIN.name}` }).click();
  await admin.getByRole('menuitem', { name: 'Deactivate yourself' }).click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(admin.getByText('The last admin cannot be deactivated.')).toBeVisible();
  await check(admin, 'question with a refusal');
});

test('the page says which part of it the keyboard is in', async ({ admin, server }) => {
  await admin.goto(`${server.url}/settings/you`);
  await expect(admin.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await admin.keyboard.press('Tab');
  await expect(admin.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await admin.keyboard.press('Enter');
  await expect(admin.locator('main')).toBeFocused();
  await admin.getByRole('button', { name: 'Fold the sidebar' }).click();
  await admin.getByRole('link', { name: 'Grid' }).hover();
  await expect(admin.getByRole('tooltip', { includeHidden: true })).toHaveText('Grid');
});
