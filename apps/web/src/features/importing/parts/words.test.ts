import { describe, expect, it } from 'vitest';
import { count, fileSize, titleOf } from './words.ts';

describe('words', () => {
  it('says one of one and many of all others', () => {
    expect(count(1, 'row', 'rows')).toBe('1 row');
    expect(count(0, 'row', 'rows')).toBe('0 rows');
    expect(count(2, 'row', 'rows')).toBe('2 rows');
  });

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [2500, '2.5 kB'],
    [45_600, '46 kB'],
    [999_900, '1 MB'],
    [104_857_600, '105 MB'],
  ])('%d bytes are %s', (bytes, words) => expect(fileSize(bytes)).toBe(words));

  it('shows names without the spaces around them', () => {
    expect(titleOf(' Browser-based')).toBe('Browser-based');
    expect(titleOf('x'.repeat(300))).toHaveLength(200);
  });
});
