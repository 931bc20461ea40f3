import type { Browser } from 'playwright-core';
import { newPage } from '../lib/browser.ts';
import { brief, figure, median, type Figures } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';
import { startRaw } from '../lib/raw.ts';

interface Opening {
  readonly firstRows: number;
  readonly whole: number;
}

/** Milliseconds from the start of navigation to the first painted cells, and to the app's own `sheet-whole` mark. */
async function openProduct(browser: Browser, product: Product, gridPath: string): Promise<Opening> {
  const page = await newPage(browser, [product.cookie], product.origin);
  // The first visit fills the HTTP cache with the app's own files, as for anybody who comes every day.
  await page.goto(`${product.origin}${gridPath}`);
  await page.waitForSelector('[role="gridcell"]');
  await page.waitForFunction(() => performance.getEntriesByName('sheet-whole').length > 0, undefined, {
    timeout: 60_000,
  });
  await page.addInitScript(() => {
    const look = (): void => {
      const cell = document.querySelector('[role="gridcell"]');
      if (cell !== null && (cell.textContent ?? '') !== '') {
        setTimeout(() => performance.mark('bench-first-rows'), 0);
        return;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${product.origin}${gridPath}`);
  await page.waitForFunction(() => performance.getEntriesByName('sheet-whole').length > 0, undefined, {
    timeout: 60_000,
  });
  const times = await page.evaluate(() => ({
    firstRows: performance.getEntriesByName('bench-first-rows')[0]?.startTime ?? Number.NaN,
    whole: performance.getEntriesByName('sheet-whole')[0]?.startTime ?? Number.NaN,
  }));
  await page.context().close();
  return times;
}

/** Milliseconds to fetch and parse the same 50,000 × 40 values as one JSON. */
async function openRaw(browser: Browser, origin: string): Promise<number> {
  const page = await newPage(browser);
  await page.goto(`${origin}/page`);
  const elapsed = await page.evaluate(async () => {
    const start = performance.now();
    const rows: unknown = await (await fetch('/all')).json();
    return Array.isArray(rows) ? performance.now() - start : Number.NaN;
  });
  await page.context().close();
  return elapsed;
}

/** Opening the big sheet beside fetching its raw JSON, in turn. */
export async function opening(
  browser: Browser,
  product: Product,
  gridPath: string,
  rows: number,
  repetitions: number,
): Promise<Figures> {
  const raw = await startRaw(rows);
  const ours: Opening[] = [];
  const bare: number[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    bare.push(await openRaw(browser, raw.origin));
    ours.push(await openProduct(browser, product, gridPath));
  }
  await raw.stop();
  const detail = {
    rawMs: brief(bare),
    firstRowsMs: brief(ours.map((o) => o.firstRows)),
    wholeMs: brief(ours.map((o) => o.whole)),
    from: 'start of navigation, app files cached',
  };
  const against = (pick: (o: Opening) => number): number =>
    median(ours.map((o, i) => pick(o) / (bare[i] ?? Number.NaN)));
  return {
    'grid.first_rows_vs_raw': figure(
      against((o) => o.firstRows),
      '≤',
      0.25,
      '×',
      detail,
    ),
    'grid.whole_vs_raw': figure(
      against((o) => o.whole),
      '≤',
      1,
      '×',
      detail,
    ),
  };
}
