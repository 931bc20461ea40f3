import type { Page } from 'playwright-core';
import { throttle } from '../lib/browser.ts';

export type Axis = 'vertical' | 'horizontal';

/** A wheel gesture: 6,000 px/s down for 2 s, or 1,500 px/s to the right for 2 s. */
const GESTURES = {
  vertical: { xDistance: 0, yDistance: -12_000, speed: 6000 },
  horizontal: { xDistance: -3000, yDistance: 0, speed: 1500 },
} as const;

/** Counts the animation frames that the page got while the gesture ran, at `slowdown` times slower CPU. */
export async function framesDuring(page: Page, axis: Axis, slowdown: number): Promise<number> {
  const session = await throttle(page, slowdown);
  await page.evaluate(() => {
    const counter = { frames: 0, running: true };
    const tick = (): void => {
      if (!counter.running) return;
      counter.frames += 1;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameCounter: counter });
  });
  await session.send('Input.synthesizeScrollGesture', {
    x: 900,
    y: 500,
    ...GESTURES[axis],
    gestureSourceType: 'mouse',
    preventFling: true,
  });
  const frames = await page.evaluate(() => {
    const counter: unknown = Reflect.get(window, 'frameCounter');
    if (typeof counter !== 'object' || counter === null) return 0;
    Reflect.set(counter, 'running', false);
    return Number(Reflect.get(counter, 'frames'));
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return frames;
}

/** Back to the top left corner, at full speed. */
export async function scrollHome(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) {
      if (element.scrollTop > 0) element.scrollTop = 0;
      if (element.scrollLeft > 0) element.scrollLeft = 0;
    }
  });
  await page.waitForTimeout(300);
}
