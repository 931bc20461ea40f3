import type { Page } from 'playwright-core';
import { scrollHome } from './gesture.ts';

/**
 * The share of probed strips of the grid's body that showed nothing, looked at after every frame of a fast wheel
 * (30,000 px/s for 1 s, full CPU speed). A strip is 220 × 8 px in the middle of a row: wide enough to meet text or a line between
 * cells wherever it lies, since every cell of the bench's sheet has a value. Its pixels are read from the canvas that
 * stands there; where no canvas stands, it is blank.
 */
export async function blankShare(page: Page): Promise<number> {
  await page.evaluate(() => {
    const counts = { probes: 0, blank: 0, running: true };
    const box = document.querySelector('[role="grid"]')?.getBoundingClientRect();
    const painted = (
      x: number,
      y: number,
      tiles: readonly (readonly [HTMLCanvasElement, DOMRect])[],
    ): boolean =>
      tiles.some(([canvas, rect]) => {
        const left = Math.max(rect.left, x);
        const width = Math.min(rect.right, x + 220) - left;
        if (width < 60 || rect.top > y || rect.bottom < y + 8) return false;
        const scale = canvas.width / rect.width;
        const pixels = canvas
          .getContext('2d')
          ?.getImageData((left - rect.left) * scale, (y - rect.top) * scale, width * scale, 8 * scale).data;
        if (pixels === undefined) return false;
        for (let i = 4; i < pixels.length; i += 4) {
          if (pixels[i] !== pixels[0] || pixels[i + 1] !== pixels[1]) return true;
        }
        return false;
      });
    const probe = (): void => {
      if (box === undefined) return;
      const tiles = [...document.querySelectorAll('canvas')].map(
        (canvas) => [canvas, canvas.getBoundingClientRect()] as const,
      );
      for (let i = 0; i < 4; i += 1) {
        for (let j = 1; j <= 6; j += 1) {
          const x = box.left + 300 + i * ((box.width - 560) / 3);
          const y = box.top + 40 + (j * (box.height - 80)) / 7;
          counts.probes += 1;
          if (!painted(x, y, tiles)) counts.blank += 1;
        }
      }
    };
    const tick = (): void => {
      if (!counts.running) return;
      // After the frame's own work: what stands here is what is painted.
      setTimeout(probe, 0);
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
