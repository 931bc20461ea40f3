import type { Browser, Page } from 'playwright-core';
import { newPage } from '../lib/browser.ts';
import { brief, figure, median, type Figures } from '../lib/figure.ts';
import { portOf } from '../lib/http.ts';
import { serveFolder } from '../lib/static.ts';
import { PEERS_FOLDER } from './scroll.ts';
import { PLAIN, SORTED } from './views.ts';

/** Goes to the view's tab; milliseconds from the click to the frame in which the other row count stands. */
async function switchTo(page: Page, name: string): Promise<number> {
  const tab = page.getByRole('tab', { name }).first();
  await page.evaluate(() => {
    const grid = document.querySelector('[role="grid"]');
    const before = grid?.getAttribute('aria-rowcount');
    Object.assign(window, {
      switched: new Promise<number>((resolve) => {
        window.addEventListener(
          'click',
          (event) => {
            const start = event.timeStamp;
            const look = (): void => {
              const now = document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount');
              if (now === before) requestAnimationFrame(look);
              else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    });
  });
  await tab.click();
  return page.evaluate(async () => Number(await Reflect.get(window, 'switched')));
}

/** Two sort keys and a filter on 50,000 rows, ours by a click on a view's tab, AG Grid's through its API. */
export async function sortFilter(browser: Browser, ours: Page, repetitions: number): Promise<Figures> {
  const server = await serveFolder(PEERS_FOLDER);
  const ag = await newPage(browser);
  await ag.goto(`http://127.0.0.1:${portOf(server)}/?peer=ag&rows=50000`);
  await ag.evaluate(() => window.bench.ready);
  const oursMs: number[] = [];
  const agMs: number[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    await ag.bringToFront();
    agMs.push(await ag.evaluate(() => window.bench.sortAndFilter()));
    await ag.evaluate(() => window.bench.reset());
    await ours.bringToFront();
    oursMs.push(await switchTo(ours, SORTED));
    await switchTo(ours, PLAIN);
  }
  await ag.context().close();
  server.close();
  const ratio = median(oursMs.map((ms, i) => ms / (agMs[i] ?? Number.NaN)));
  return {
    'grid.sort_filter_vs_ag': figure(ratio, '≤', 0.5, '×', { oursMs: brief(oursMs), agMs: brief(agMs) }),
  };
}
