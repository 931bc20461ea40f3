import type { Browser, Page } from 'playwright-core';
import { newPage } from '../lib/browser.ts';
import { brief, figure, percentile, type Figures } from '../lib/figure.ts';
import { startRaw } from '../lib/raw.ts';

const EDITS = 30;

/** Resolves, in the page, with the wall-clock time of the frame in which `text` stood in an element of `selector`. */
function awaitText(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    ([where, what]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const shown = [...document.querySelectorAll(where ?? '')].some(
            (element) => element.textContent === what,
          );
          if (!shown) {
            requestAnimationFrame(look);
            return;
          }
          setTimeout(() => resolve(performance.timeOrigin + performance.now()), 0);
        };
        look();
      }),
    [selector, text],
  );
}

async function rawTimes(browser: Browser): Promise<number[]> {
  const raw = await startRaw(10);
  const [a, b] = [await newPage(browser), await newPage(browser)];
  for (const page of [a, b]) {
    await page.goto(`${raw.origin}/page`);
    await page.evaluate(() => Reflect.get(window, 'opened'));
  }
  const times: number[] = [];
  for (let i = 0; i < EDITS; i += 1) {
    const seen = awaitText(b, '#cell', `raw ${i}`);
    const sent = await a.evaluate((text) => {
      const send: unknown = Reflect.get(window, 'send');
      const now = performance.timeOrigin + performance.now();
      if (typeof send === 'function') send(text);
      return now;
    }, `raw ${i}`);
    times.push((await seen) - sent);
    await a.waitForTimeout(30);
  }
  for (const page of [a, b]) await page.context().close();
  await raw.stop();
  return times;
}

async function ourTimes(a: Page, b: Page, column: string, round: number): Promise<number[]> {
  await a.evaluate(() => {
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter')
          Object.assign(window, { enteredAt: performance.timeOrigin + event.timeStamp });
      },
      { capture: true },
    );
  });
  const header = a.locator('[role="columnheader"]', { hasText: column }).first();
  const index = await header.getAttribute('aria-colindex');
  const cell = a.locator(`[role="row"] [role="gridcell"][aria-colindex="${index ?? ''}"]`).nth(2);
  const times: number[] = [];
  for (let i = 0; i < EDITS; i += 1) {
    const text = `round ${round} edit ${i}`;
    await cell.click();
    await a.keyboard.type(text);
    const seen = awaitText(b, '[role="gridcell"]', text);
    await a.waitForTimeout(20);
    await a.keyboard.press('Enter');
    const painted = await seen;
    times.push(painted - Number(await a.evaluate(() => Reflect.get(window, 'enteredAt'))));
    await a.keyboard.press('Escape');
  }
  return times;
}

/** From Enter in one browser to the painted cell in another, beside bare `ws` with a FULL commit and one painted cell. */
export async function propagation(
  browser: Browser,
  a: Page,
  b: Page,
  column: string,
  repetitions: number,
): Promise<Figures> {
  const ratios: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    const limit = await rawTimes(browser);
    const mine = await ourTimes(a, b, column, i);
    ratios.push(percentile(mine, 95) / percentile(limit, 95));
    ours.push(percentile(mine, 95), percentile(mine, 50));
    bare.push(percentile(limit, 95), percentile(limit, 50));
  }
  return {
    'sync.propagation_p95_vs_limit': figure(percentile(ratios, 50), '≤', 2, '×', {
      ratios: brief(ratios),
      oursP95P50Ms: brief(ours),
      limitP95P50Ms: brief(bare),
    }),
  };
}
