import { expect, it } from 'vitest';
import { relativeTime, timeUntil } from './relative-time.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const HOUR = 3_600_000;

it('is relative within a day and a date beyond it', () => {
  expect(relativeTime(ago(20_000), NOW, 'en')).toBe('just now');
  expect(relativeTime(ago(5 * 60_000), NOW, 'en')).toBe('5 minutes ago');
  expect(relativeTime(ago(23 * HOUR), NOW, 'en')).toBe('23 hours ago');
  expect(relativeTime(ago(25 * HOUR), NOW, 'en')).toBe('Nov 20');
  expect(relativeTime('2025-03-02T12:00:00Z', NOW, 'en')).toBe('Mar 2, 2025');
});

it('counts down in hours for two days, then in days, and never below nothing', () => {
  expect(timeUntil(ago(-72 * HOUR), NOW, 'en')).toBe('in 3 days');
  expect(timeUntil(ago(-30 * HOUR), NOW, 'en')).toBe('in 30 hours');
  expect(timeUntil(ago(-90_000), NOW, 'en')).toBe('in 2 minutes');
  expect(timeUntil(ago(HOUR), NOW, 'en')).toBe('in 0 minutes');
});
