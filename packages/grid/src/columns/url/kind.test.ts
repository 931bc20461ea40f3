import { expect, it } from 'vitest';
import { read } from '../testing.ts';
import { linkOf, urlKind } from './kind.ts';

it('leads to web addresses only', () => {
  expect(linkOf('example.com/a?b=c')).toBe('https://example.com/a?b=c');
  expect(linkOf('http://example.com')).toBe('http://example.com/');
  expect(linkOf('example.com:8080')).toBe('https://example.com:8080/');
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'not a link',
    'word',
    'mailto:a@b.co',
    ' java\tscript:x',
  ]) {
    expect(linkOf(bad)).toBeNull();
  }
});

it('keeps other text, flagged', () => {
  expect(read(urlKind, 'javascript:alert(1)', {})).toBe('javascript:alert(1)');
  expect(urlKind.flag('javascript:alert(1)')).toMatch(/web address/);
  expect(urlKind.flag('https://a.example')).toBeNull();
});
