import { chromium, type Page } from '@playwright/test';
import path from 'node:path';
import { CHROMIUM } from './chromium.ts';
import { startServer } from './server.ts';

/** The demonstration's member of the admins; printed by `npm run demo` too. */
const ADA = { email: 'ada@example.com', password: 'demo-admin-2026' };

const SCREENS: readonly {
  name: string;
  path: string;
  ready(page: Page, narrow: boolean): Promise<unknown>;
}[] = [
  { name: 'grid', path: '/grid', ready: (page) => page.getByText('400 investors').first().waitFor() },
  {
    name: 'record',
    path: '/grid',
    async ready(page, narrow) {
      await page.getByText('400 investors').first().waitFor();
      if (narrow) await page.getByText('Longmeadow Investments').first().click();
      else {
        await page.mouse.click(420, 330);
        await page.keyboard.press('Space');
      }
      await page.getByRole('tab', { name: 'History' }).waitFor();
    },
  },
  { name: 'import', path: '/import', ready: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
];

/** Draws the screens that need a filled sheet, on the demonstration. */
export async function drawDemo(
  out: string,
  sizes: Readonly<Record<string, { width: number; height: number }>>,
  wanted: readonly string[],
): Promise<void> {
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (screens.length === 0) return;
  const server = await startServer({ demo: true });
  const browser = await chromium.launch(CHROMIUM.launchOptions);
  try {
    const door = await browser.newPage();
    await door.goto(server.url);
    await door.getByLabel('E-mail').fill(ADA.email);
    await door.getByLabel('Password', { exact: true }).fill(ADA.password);
    await door.keyboard.press('Enter');
    await door.getByText('400 investors').first().waitFor();
    const storageState = await door.context().storageState();
    for (const screen of screens) {
      for (const [size, viewport] of Object.entries(sizes)) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({
            viewport,
            colorScheme,
            storageState,
            reducedMotion: 'reduce',
            locale: 'en-US',
          });
          const page = await context.newPage();
          await page.goto(new URL(screen.path, server.url).href);
          await screen.ready(page, size === 'narrow');
          // Lazy parts and the last paint.
          await page.waitForTimeout(600);
          await page.screenshot({ path: path.join(out, `${screen.name}-${size}-${colorScheme}.png`) });
          await context.close();
        }
      }
    }
  } finally {
    await browser.close();
    await server.dispose();
  }
}
