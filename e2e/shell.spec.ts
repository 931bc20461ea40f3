/** The app without its server: it opens, says so, and keeps nothing of the data. */
import { expect, test } from './support/test.ts';

test('a page that was open before opens again without a network', async ({ admin, server }) => {
  await admin.goto(`${server.url}/settings/you`);
  await expect(admin.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await admin.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() => admin.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 10_000 })
    .toBe(true);
  await server.stop();
  await admin.reload();
  await expect(admin.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await expect(admin.getByText('Your sessions could not be read')).toBeVisible({ timeout: 20_000 });
  const kept = await admin.evaluate(async () => {
    const names = await caches.keys();
    const paths = await Promise.all(
      names.map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    );
    return paths.flat();
  });
  expect(kept.filter((path) => !/^\/($|assets\/|theme\.js|icon\.svg|app\.webmanifest)/.test(path))).toEqual(
    [],
  );
  await server.restart();
  await admin.getByRole('button', { name: 'Try again' }).click();
  await expect(admin.getByText('This one')).toBeVisible();
});

test('without a server and never opened before, the page says what to do', async ({ page, server }) => {
  await page.route('**/trpc/**', (route) => route.abort());
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'The server cannot be reached' })).toBeVisible({
    timeout: 20_000,
  });
  await page.unroute('**/trpc/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Open the set-up link' })).toBeVisible();
});
