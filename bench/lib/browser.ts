import { existsSync } from 'node:fs';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless Chromium from `CHROMIUM_PATH` or the system. Throws a sentence when there is none. */
export async function launch(): Promise<Browser> {
  const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium found: set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page of 1440 × 900 with its own storage. */
export async function newPage(browser: Browser, cookies: readonly string[] = [], origin = ''): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  if (cookies.length > 0) {
    await context.addCookies(
      cookies.map((cookie) => {
        const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=');
        return { name, value: value.join('='), url: origin };
      }),
    );
  }
  return context.newPage();
}

/** Slows the page's main thread by `factor` (1 = full speed). */
export async function throttle(page: Page, factor: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
  return session;
}

/** Waits until the page has painted what it has now: two animation frames and the task after them. */
export function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)));
      }),
  );
}
