import type { Page } from 'playwright-core';
import { brief, figure, percentile, type Figures } from '../lib/figure.ts';

/** Notes the moment of each Enter, and of the first frame in which the typed text stands in a cell. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { editTimes: times });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        const text = event.target.value;
        const start = event.timeStamp;
        const look = (): void => {
          const shown = [...document.querySelectorAll('[role="gridcell"]')].some(
            (c) => c.textContent === text,
          );
          if (!shown) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - start);
          channel.port2.postMessage(0);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
}

/** Types into the text column of the sorted, filtered view: from the Enter key to the painted value. */
export async function editing(page: Page, column: string, repetitions: number): Promise<Figures> {
  await watch(page);
  const header = page.locator('[role="columnheader"]', { hasText: column }).first();
  const index = await header.getAttribute('aria-colindex');
  const cell = page.locator(`[role="row"] [role="gridcell"][aria-colindex="${index ?? ''}"]`).nth(2);
  for (let i = 0; i < repetitions * 8; i += 1) {
    await cell.click();
    await page.keyboard.type(`edit ${i}`);
    await page.waitForTimeout(20);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(60);
    await page.keyboard.press('Escape');
  }
  const times = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'editTimes');
    return Array.isArray(found) ? found.map(Number) : [];
  });
  return {
    'grid.edit_p95_ms': figure(percentile(times, 95), '≤', 16.7, 'ms', {
      edits: times.length,
      p50: brief([percentile(times, 50)])[0],
      max: brief([Math.max(...times)])[0],
    }),
  };
}
