import { describe, expect, it } from 'vitest';
import { progressWords, rateOf, withSample } from './pace.ts';

describe('the pace', () => {
  it('is told from the last ten seconds', () => {
    let samples = withSample([], { at: 0, done: 0 });
    expect(rateOf(samples)).toBeNull();
    samples = withSample(samples, { at: 1000, done: 500 });
    expect(rateOf(samples)).toBe(500);
    samples = withSample(samples, { at: 11_500, done: 600 });
    expect(samples).toEqual([{ at: 11_500, done: 600 }]);
  });

  it('starts anew when the count falls, as after a restart', () => {
    const samples = withSample([{ at: 0, done: 900 }], { at: 500, done: 100 });
    expect(samples).toEqual([{ at: 500, done: 100 }]);
  });

  it('says what is done, how fast, and what remains, as far as it is known', () => {
    expect(progressWords(0, 1, null)).toBe('0 of 1 row');
    expect(progressWords(200, 600, 100)).toBe('200 of 600 rows · 100 rows/s · 4 s left');
    expect(progressWords(1, 601, 2)).toBe('1 of 601 rows · 2 rows/s · 5 min left');
    expect(progressWords(600, 600, 100)).toBe('600 of 600 rows · 100 rows/s');
  });
});
