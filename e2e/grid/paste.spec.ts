/** Cells to and from other programs. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { addInvestors, cell, openGrid, pill } from './sheet.ts';

/** Pastes into whatever has the focus, as the browser does it for the keys. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const data = new DataTransfer();
    data.setData('text/plain', plain);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test('500 rows by 10 columns from a spreadsheet, undone once', async ({ admin, server }) => {
  await addInvestors(admin, server, ['Alder']);
  await openGrid(admin, server);
  await admin.keyboard.press('Tab');
  // Ten text columns beside the name.
  const grid = admin.getByRole('grid', { name: 'Investors' });
  for (let i = 1; i <= 9; i += 1) {
    await admin.getByRole('button', { name: 'Add a column' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Name').fill(`Extra ${i}`);
    await dialog.getByRole('button', { name: /^Add/ }).last().click();
    await expect(dialog).toBeHidden();
  }
  // The new columns stand at the end, out of view: End goes there, and the arrows back to the first of them.
  await (await cell(admin, 1)).click();
  await admin.keyboard.press('End');
  for (let i = 0; i < 8; i += 1) await admin.keyboard.press('ArrowLeft');
  const rows = Array.from({ length: 500 }, (_, r) =>
    Array.from({ length: 9 }, (__, c) => `r${r} c${c}`).join('\t'),
  );
  await paste(admin, rows.join('\n'));
  await expect(grid).toHaveAttribute('aria-rowcount', '501');
  await expect(await cell(admin, 1, 'Extra 1')).toHaveText('r0 c0');
  await expect(pill(admin)).toHaveText('Saved', { timeout: 30_000 });
  await admin.keyboard.press('Control+z');
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(await cell(admin, 1, 'Extra 1')).toHaveText('');
  await expect(pill(admin)).toHaveText('Saved', { timeout: 30_000 });
});

test('what does not fit changes nothing and says why', async ({ admin, server }) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await admin.setViewportSize({ width: 2600, height: 900 });
  await (await cell(admin, 1, 'Last contact')).click();
  await paste(admin, '2026-03-31\nsoon');
  await expect(admin.getByText(/Nothing was pasted/).first()).toBeVisible();
  await expect(await cell(admin, 1, 'Last contact')).toHaveText('');
});
