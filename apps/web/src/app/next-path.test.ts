import { describe, expect, it } from 'vitest';
import { loginPath, nextPath } from './next-path.ts';

describe('nextPath', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/login?next=/a',
    '/setup',
    '',
  ])('leads %j to the start page', (next) => {
    expect(nextPath(`next=${encodeURIComponent(next)}`)).toBe('/');
  });
  it('leads back into the app', () => {
    expect(nextPath('next=%2Fsettings%2Fyou&ended')).toBe('/settings/you');
    expect(nextPath('')).toBe('/');
  });
});

it('loginPath keeps where somebody was, and says that the session ended only when it did', () => {
  expect(loginPath('/', false)).toBe('/login');
  expect(loginPath('/grid', true)).toBe('/login?ended');
  expect(loginPath('/settings/you', true)).toBe('/login?next=%2Fsettings%2Fyou&ended');
  expect(nextPath(loginPath('/settings/you', false).slice('/login?'.length))).toBe('/settings/you');
});
