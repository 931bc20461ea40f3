import { expect, it } from 'vitest';
import { socketDelay } from './socket-delay.ts';

it('doubles from half a second to half a minute, at random below that', () => {
  expect([0, 1, 2, 5, 6, 40].map((attempt) => socketDelay(attempt, 0.999999))).toEqual([
    500, 1000, 2000, 16_000, 30_000, 30_000,
  ]);
  expect(socketDelay(3, 0)).toBe(0);
  expect(socketDelay(3, 0.5)).toBe(2000);
});
