import type { Page } from 'playwright-core';
import { scrollHome } from './gesture.ts';

/**
 * The share of probed points of the grid's body that showed no filled cell, looked at after every frame of a fast wheel
 * (30,000 px/s for 1 s, full CPU speed). Every cell of the bench's sheet has a value, so an empty one was not painted.
 */
export async function blankShare(page: Page): Promise<number> {
  await page.evaluate(() => {
    const counts = { probes: 0, blank: 0, running: true };
    const grid = document.querySelector('[role="grid"]');
    const box = grid?.getBoundingClientRect();
    const tick = (): void => {
      if (!counts.running || box === undefined) return;
      // After the frame's own work: what stands here is what is painted.
      setTimeout(() => {
        for (let x = 1; x < 8; x += 1) {
          for (let y = 2; y < 12; y += 1) {
            const element = document.elementFromPoint(
              box.left + (box.width * x) / 8,
              box.top + (box.height * y) / 13,
            );
            if (element === null || element.closest('[role="columnheader"]') !== null) continue;
            const cell = element.closest('[role="gridcell"], [role="rowheader"]');
            counts.probes += 1;
            if (cell === null || (cell.textContent ?? '').trim() === '') counts.blank += 1;
          }
        }
      }, 0);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { blankCounter: counts });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', {
    x: 900,
    y: 500,
    yDistance: -30_000,
    speed: 30_000,
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  await session.detach();
  const share = await page.evaluate(() => {
    const counts: unknown = Reflect.get(window, 'blankCounter');
    if (typeof counts !== 'object' || counts === null) return Number.NaN;
    Reflect.set(counts, 'running', false);
    return Number(Reflect.get(counts, 'blank')) / Number(Reflect.get(counts, 'probes'));
  });
  await scrollHome(page);
  return share;
}
