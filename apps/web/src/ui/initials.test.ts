import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Ada Okafor', 'AO'],
  ['ada lovelace king', 'AK'],
  ['Cher', 'C'],
  ['  ', '?'],
  ['😀 Wu', '😀W'],
  ['élodie martin', 'ÉM'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
