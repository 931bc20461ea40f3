import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { newPage } from '../lib/browser.ts';
import { figure, type Figures } from '../lib/figure.ts';
import type { Product } from '../lib/product.ts';

/** Gzipped kB of all JavaScript that the grid page loads before its first rows stand. */
export async function initialSize(browser: Browser, product: Product, gridPath: string): Promise<Figures> {
  const page = await newPage(browser, [product.cookie], product.origin);
  const sizes: Record<string, number> = {};
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('javascript')) return;
    const name = new URL(response.url()).pathname.split('/').pop() ?? '';
    void response.body().then((body) => {
      sizes[name] = Math.round(gzipSync(body).length / 10.24) / 100;
    });
  });
  await page.goto(`${product.origin}${gridPath}`);
  await page.waitForSelector('[role="gridcell"]');
  await page.waitForTimeout(500);
  await page.context().close();
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  return { 'web.initial_kb_gz': figure(total, '≤', 200, 'kB', { files: sizes }) };
}
