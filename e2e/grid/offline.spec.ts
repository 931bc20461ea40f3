/** Without any network: what is typed stays, the page opens from the device, and every edit arrives once. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { addInvestors, cell, openGrid, pill, type } from './sheet.ts';

/** Waits until the device holds the page's own files. */
async function shellKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
}

test('an edit made off line is counted, arrives, and is seen by the other person', async ({
  admin,
  member,
  server,
}) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  await expect(await cell(admin, 1)).toHaveText('Alder');
  await admin.context().setOffline(true);
  await type(admin, 1, 'Written on the train');
  await expect(await cell(admin, 1)).toHaveText('Written on the train');
  await expect(pill(admin)).toHaveText('Offline – 1 edit on this device');
  await expect(await cell(member, 1)).toHaveText('Alder');
  await admin.context().setOffline(false);
  await expect(pill(admin)).toHaveText('Saved', { timeout: 20_000 });
  await expect(await cell(member, 1)).toHaveText('Written on the train');
});

test('a reload off line opens the frame with the count, and the edit is sent once', async ({
  admin,
  member,
  server,
}) => {
  await addInvestors(admin, server, ['Alder', 'Birch']);
  await openGrid(admin, server);
  await openGrid(member, server);
  await expect(await cell(admin, 1)).toHaveText('Alder');
  await shellKept(admin);
  await admin.context().setOffline(true);
  await (await cell(admin, 1)).click();
  await admin.keyboard.press('Shift+Enter');
  await expect(pill(admin)).toHaveText('Offline – 1 edit on this device');
  admin.on('dialog', (dialog) => void dialog.accept());
  await admin.reload();
  await expect(admin.getByRole('heading', { name: 'Investors', level: 1 })).toBeVisible();
  await expect(pill(admin)).toHaveText('Offline – 1 edit on this device');
  await expect(admin.getByText('The server cannot be reached')).toBeVisible();
  const pushes: string[] = [];
  admin.on('request', (request) => {
    if (request.url().includes('fundraising.push')) pushes.push(request.postData() ?? '');
  });
  await admin.context().setOffline(false);
  await expect(pill(admin)).toHaveText('Saved', { timeout: 40_000 });
  const grid = (page: Page) => page.getByRole('grid', { name: 'Investors' });
  // The header, the two investors and the one that was added: once, for both.
  await expect(grid(admin)).toHaveAttribute('aria-rowcount', '4');
  await expect(grid(member)).toHaveAttribute('aria-rowcount', '4');
  expect(pushes.filter((body) => body.includes('row.add'))).toHaveLength(1);
});
