import { describe, expect, it } from 'vitest';
import { fitTabs } from './fit-tabs.ts';

describe('fitTabs', () => {
  it('shows all of them where they fit, without room for the menu', () => {
    expect(fitTabs([100, 100, 100], 0, 300, 80)).toEqual([0, 1, 2]);
  });
  it('leaves room for the menu otherwise', () => {
    expect(fitTabs([100, 100, 100], 0, 299, 80)).toEqual([0, 1]);
  });
  it('always shows the current one, in its place', () => {
    expect(fitTabs([100, 100, 100, 100], 3, 290, 80)).toEqual([0, 3]);
    expect(fitTabs([100, 100, 100], 1, 10, 80)).toEqual([1]);
  });
  it('shows what fits when none is current', () => {
    expect(fitTabs([100, 100, 100], -1, 190, 80)).toEqual([0]);
  });
});
