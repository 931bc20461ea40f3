import { type Browser, test as base, type Page } from '@playwright/test';
import { invite, join, setUp } from './people.ts';
import { startServer, type TestServer } from './server.ts';

type Fixtures = {
  /** A server of this test's own, with nobody in it. */
  server: TestServer;
  /** A page of a signed-in admin. */
  admin: Page;
  /** A page, in another browser context, of a signed-in member. */
  member: Page;
};

/** What the browser itself says of a server that is away or refuses: the page answers to it, and is tested for that. */
const NOT_OURS = /net::ERR_|Failed to load resource|WebSocket connection to \S+ failed/;

/** Fails the test when a page writes a warning or an error, breaks its policy, or throws. */
function listen(page: Page, heard: string[]): Page {
  page.on('console', (message) => {
    const isLoud = message.type() === 'error' || message.type() === 'warning';
    if (isLoud && !NOT_OURS.test(message.text())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return page;
}

async function inContext(browser: Browser, provide: (page: Page) => Promise<void>): Promise<void> {
  const heard: string[] = [];
  const context = await browser.newContext();
  try {
    await provide(listen(await context.newPage(), heard));
  } finally {
    await context.close();
  }
  if (heard.length > 0) throw new Error(`The page complained:\n${heard.join('\n')}`);
}

export const test = base.extend<Fixtures>({
  server: async ({ browserName }, provide) => {
    // Playwright reads what a fixture needs from its first argument, which must be taken apart.
    void browserName;
    const server = await startServer();
    await provide(server);
    await server.dispose();
  },
  page: async ({ browser }, provide) => inContext(browser, provide),
  admin: async ({ browser, server }, provide) =>
    inContext(browser, async (page) => {
      await setUp(page, server);
      await provide(page);
    }),
  member: async ({ browser, server, admin }, provide) =>
    inContext(browser, async (page) => {
      await join(page, server, await invite(admin, server));
      await provide(page);
    }),
});

export { expect } from '@playwright/test';
