import { expect, it } from 'vitest';
import { read } from '../testing.ts';
import { longTextKind } from './kind.ts';

it('keeps line breaks, written alike', () => {
  expect(read(longTextKind, 'a\r\nb\rc\n', {})).toBe('a\nb\nc\n');
  expect(read(longTextKind, '', {})).toBeNull();
});
