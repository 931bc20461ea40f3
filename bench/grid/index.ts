import { launch, newPage } from '../lib/browser.ts';
import type { Figures } from '../lib/figure.ts';
import { startProduct } from '../lib/product.ts';
import { fillSheet } from '../lib/sheet.ts';
import { clients100 } from './clients.ts';
import { editing } from './edit.ts';
import { idleMemory } from './idle.ts';
import { importSpeed } from './import.ts';
import { opening } from './open.ts';
import { propagation } from './propagation.ts';
import { scrolling } from './scroll.ts';
import { initialSize } from './size.ts';
import { sortFilter } from './sort-filter.ts';
import { throughput } from './throughput.ts';
import { createViews } from './views.ts';

const ROWS = 50_000;

/** Figures that need no browser. */
async function serverFigures(repetitions: number): Promise<Figures> {
  const product = await startProduct();
  const sheet = await fillSheet(product, 2000);
  const figures = {
    ...(await throughput(product, sheet, repetitions)),
    ...(await clients100(product, sheet, 120)),
  };
  await product.stop();
  return { ...figures, ...(await importSpeed(repetitions)), ...(await idleMemory(Math.min(3, repetitions))) };
}

/** Figures in real pages on the 50,000 × 40 sheet. */
async function browserFigures(repetitions: number): Promise<Figures> {
  const product = await startProduct();
  const browser = await launch();
  try {
    const sheet = await fillSheet(product, ROWS);
    const views = await createViews(product, sheet);
    const plain = `/grid?view=${views.plain}`;
    const figures: Figures = {
      ...(await initialSize(browser, product, plain)),
      ...(await opening(browser, product, plain, ROWS, repetitions)),
    };
    const [a, b] = [
      await newPage(browser, [product.cookie], product.origin),
      await newPage(browser, [product.cookie], product.origin),
    ];
    for (const page of [a, b]) {
      await page.goto(`${product.origin}${plain}`);
      await page.waitForFunction(() => performance.getEntriesByName('sheet-whole').length > 0, undefined, {
        timeout: 60_000,
      });
    }
    Object.assign(figures, await scrolling(browser, a, repetitions));
    Object.assign(figures, await sortFilter(browser, a, repetitions));
    Object.assign(figures, await propagation(browser, a, b, 'text 2', repetitions));
    await b.context().close();
    await a.goto(`${product.origin}/grid?view=${views.sorted}`);
    await a.waitForFunction(() => performance.getEntriesByName('sheet-whole').length > 0);
    Object.assign(figures, await editing(a, 'text 2', repetitions));
    return figures;
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Everything of the grid's table, in one run. `only` limits it to the server's or the browser's part. */
export async function gridFigures(repetitions: number, only: 'server' | 'browser' | null): Promise<Figures> {
  return {
    ...(only === 'server' ? {} : await browserFigures(repetitions)),
    ...(only === 'browser' ? {} : await serverFigures(repetitions)),
  };
}
