import { expect, it } from 'vitest';
import { clearUnsent, countUnsent, exportUnsent, holdUnsent } from './unsent.ts';

it('adds up what every part holds, until it lets go', async () => {
  let left = 3;
  const stop = holdUnsent({
    count: async () => left,
    clear: async () => {
      left = 0;
    },
    export: async () => ({ fileName: 'edits.json', text: '[]' }),
  });
  const stopOther = holdUnsent({ count: async () => 2, clear: async () => {} });
  expect(await countUnsent()).toBe(5);
  expect(await exportUnsent()).toEqual([{ fileName: 'edits.json', text: '[]' }]);
  await clearUnsent();
  expect(await countUnsent()).toBe(2);
  stop();
  stopOther();
  expect(await countUnsent()).toBe(0);
});
