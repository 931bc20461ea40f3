import type { Browser, Page } from 'playwright-core';
import { portOf } from '../lib/http.ts';
import { brief, figure, median, type Figures } from '../lib/figure.ts';
import { newPage } from '../lib/browser.ts';
import { serveFolder } from '../lib/static.ts';
import { framesDuring, scrollHome, type Axis } from './gesture.ts';
import { blankShare } from './blank.ts';
import { resolve } from 'node:path';

const SLOWDOWN = 4;
const AXES: readonly Axis[] = ['vertical', 'horizontal'];
export const PEERS_FOLDER = resolve(import.meta.dirname, 'pages/dist');

async function openPeers(browser: Browser, origin: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const peer of ['glide', 'plain', 'ag']) {
    const page = await newPage(browser);
    await page.goto(`${origin}/?peer=${peer}&rows=50000`);
    await page.evaluate(() => window.bench.ready);
    pages.set(peer, page);
  }
  return pages;
}

/** Frames painted in the same gesture, every contestant in turn, and how much of our view was blank on a fast wheel. */
export async function scrolling(browser: Browser, ours: Page, repetitions: number): Promise<Figures> {
  const server = await serveFolder(PEERS_FOLDER);
  const pages = await openPeers(browser, `http://127.0.0.1:${portOf(server)}`);
  pages.set('ours', ours);
  const frames: Record<string, number[]> = {};
  for (let i = 0; i < repetitions; i += 1) {
    for (const [name, page] of pages) {
      await page.bringToFront();
      for (const axis of AXES) {
        (frames[`${name} ${axis}`] ??= []).push(await framesDuring(page, axis, SLOWDOWN));
        await scrollHome(page);
      }
    }
  }
  const ratio = (axis: Axis): number =>
    median((frames[`ours ${axis}`] ?? []).map((n, i) => n / (frames[`glide ${axis}`]?.[i] ?? Number.NaN)));
  await ours.bringToFront();
  const blanks: number[] = [];
  for (let i = 0; i < repetitions; i += 1) blanks.push(await blankShare(ours));
  for (const [name, page] of pages) if (name !== 'ours') await page.context().close();
  server.close();
  return {
    'grid.scroll_frames_vs_glide': figure(Math.min(...AXES.map(ratio)), '≥', 0.9, '×', {
      vertical: ratio('vertical'),
      horizontal: ratio('horizontal'),
      frames,
    }),
    'grid.scroll_blank_pct': figure(median(blanks) * 100, '≤', 1, '%', {
      values: brief(blanks.map((b) => b * 100)),
    }),
  };
}
