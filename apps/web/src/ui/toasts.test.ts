import { expect, it } from 'vitest';
import { dismissToast, everToasted, subscribeToasts, toast, toasts } from './toasts.ts';

it('keeps the three newest, tells listeners, and forgets what is dismissed', () => {
  expect(everToasted()).toBe(false);
  let told = 0;
  const stop = subscribeToasts(() => {
    told += 1;
  });
  const ids = ['a', 'b', 'c', 'd'].map((title) => toast({ title }));
  expect(toasts().map(({ title }) => title)).toEqual(['b', 'c', 'd']);
  dismissToast(ids[2] ?? 0);
  expect(toasts().map(({ title }) => title)).toEqual(['b', 'd']);
  expect(told).toBe(5);
  stop();
  toast({ title: 'e' });
  expect(told).toBe(5);
  expect(everToasted()).toBe(true);
});
