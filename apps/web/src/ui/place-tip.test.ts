import { expect, it } from 'vitest';
import { placeTip } from './place-tip.ts';

const WINDOW = { width: 1000, height: 600 };
const TIP = { width: 120, height: 24 };

it('stands centred under its trigger', () => {
  expect(placeTip({ left: 400, top: 100, width: 40, height: 30 }, TIP, WINDOW, 'bottom')).toEqual({
    left: 360,
    top: 136,
  });
});

it('goes above when there is no room below, and below when there is none above', () => {
  expect(placeTip({ left: 400, top: 560, width: 40, height: 30 }, TIP, WINDOW, 'bottom').top).toBe(530);
  expect(placeTip({ left: 400, top: 10, width: 40, height: 30 }, TIP, WINDOW, 'top').top).toBe(46);
});

it('never leaves the window', () => {
  expect(placeTip({ left: 2, top: 100, width: 20, height: 20 }, TIP, WINDOW, 'bottom').left).toBe(8);
  expect(placeTip({ left: 985, top: 100, width: 20, height: 20 }, TIP, WINDOW, 'right').left).toBe(872);
});
