import { describe, expect, it } from 'vitest';
import { clipped } from './clipped.ts';

describe('clipped', () => {
  it('leaves short texts alone', () => {
    expect(clipped('one\ntwo')).toBe('one\ntwo');
    expect(clipped('x'.repeat(240))).toHaveLength(240);
  });

  it('cuts long ones between words, and tall ones between lines', () => {
    expect(clipped('word '.repeat(100))).toBe('word '.repeat(40).trimEnd());
    expect(clipped('x'.repeat(500))).toBe('x'.repeat(200));
    expect(clipped('1\n2\n3\n4\n5\n6')).toBe('1\n2\n3\n4');
  });
});
