/** What a person does who never touches the mouse. */
import { ADMIN, setUp } from '../support/people.ts';
import { expect, test } from '../support/test.ts';
import { addInvestors, cell, openGrid, pill, type } from './sheet.ts';

test('from login to a saved edit by keys alone', async ({ page, admin, server }) => {
  await addInvestors(admin, server, ['Alder Capital', 'Birch Partners']);
  await page.goto(`${server.url}/grid`);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.getByLabel('Password', { exact: true }).focus();
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Investors' });
  await expect(grid).toBeVisible();
  for (let i = 0; i < 60 && !(await grid.evaluate((element) => element === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  await expect(grid).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('Cedar Trust');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 2)).toHaveText('Cedar Trust');
  await expect(pill(page)).toHaveText('Saved');
  await page.reload();
  await expect(await cell(page, 2)).toHaveText('Cedar Trust');
});

test('every way to change a cell, and back', async ({ admin, server }) => {
  await addInvestors(admin, server, ['Alder', 'Birch', 'Cedar', 'Dogwood']);
  await openGrid(admin, server);
  const { keyboard } = admin;
  await type(admin, 1, 'Typed over');
  await expect(await cell(admin, 1)).toHaveText('Typed over');
  await expect(await cell(admin, 2)).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('F2');
  await keyboard.type(' & Sons');
  await keyboard.press('Tab');
  await expect(await cell(admin, 2)).toHaveText('Birch & Sons');
  await (await cell(admin, 3)).click();
  await keyboard.press('Enter');
  await keyboard.type('dropped');
  await keyboard.press('Escape');
  await expect(await cell(admin, 3)).toHaveText('Cedar');
  await (await cell(admin, 1)).click();
  await keyboard.press('Control+Shift+ArrowDown');
  await keyboard.press('Control+d');
  await expect(await cell(admin, 4)).toHaveText('Typed over');
  await keyboard.press('Delete');
  for (const row of [1, 2, 3, 4]) await expect(await cell(admin, row)).toHaveText('');
  await keyboard.press('Control+z');
  await expect(await cell(admin, 3)).toHaveText('Typed over');
  await keyboard.press('Control+z');
  await expect(await cell(admin, 3)).toHaveText('Cedar');
  await keyboard.press('Control+Shift+z');
  await expect(await cell(admin, 3)).toHaveText('Typed over');
});

test('Shift Enter adds an investor below and goes to it', async ({ page, server }) => {
  await setUp(page, server);
  await addInvestors(page, server, ['Alder', 'Birch']);
  await openGrid(page, server);
  await (await cell(page, 1)).click();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Between');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 2)).toHaveText('Between');
  await expect(await cell(page, 3)).toHaveText('Birch');
});

test('what is typed right after Ctrl F or before a list is loaded goes where it belongs', async ({
  admin,
  server,
}) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await (await cell(admin, 1)).click();
  await admin.keyboard.press('Control+f');
  await admin.keyboard.type('Birch');
  await expect(admin.getByRole('textbox', { name: 'Find in this view' })).toHaveValue('Birch');
  await expect(await cell(admin, 1)).toHaveText('Alder');
  await admin.keyboard.press('Escape');
  // Held back as on a slow line.
  await admin.reload();
  await admin.route('**/assets/choice-editor*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await (await cell(admin, 1, 'Lists')).click();
  await admin.keyboard.type('Fol');
  await expect(admin.getByRole('combobox', { name: 'Lists' })).toHaveValue('Fol');
});

test('Alt Arrow down opens the menu of the column, which sorts the view', async ({ admin, server }) => {
  await addInvestors(admin, server, ['Birch', 'Alder', 'Cedar']);
  await openGrid(admin, server);
  await (await cell(admin, 1)).click();
  await admin.keyboard.press('Alt+ArrowDown');
  await admin.getByRole('menuitem', { name: 'Sort ascending' }).focus();
  await admin.keyboard.press('Enter');
  await expect(await cell(admin, 1)).toHaveText('Alder');
  await expect(admin.getByRole('columnheader', { name: /Name/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(admin.getByRole('grid', { name: 'Investors' })).toBeFocused();
});
