import { describe, expect, it } from 'vitest';
import { read, testContext } from '../testing.ts';
import { dateKind } from './kind.ts';

describe('date', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['3/5/2026', '2026-03-05'],
    ['25/4/2025', '2025-04-25'],
    ['3/5/26', '2026-03-05'],
    ['3-5-99', '1999-03-05'],
    ['March 5, 2026', '2026-03-05'],
    ['Thu, Mar 5 2026', '2026-03-05'],
    ['5 March 2026', '2026-03-05'],
    ['5-Mar-26', '2026-03-05'],
    ['1st sept 2025', '2025-09-01'],
    ['today', '2026-03-05'],
    ['Tomorrow', '2026-03-06'],
  ])('reads %s', (text, day) => expect(read(dateKind, text, {})).toBe(day));

  it('reads day and month in the order of the column, or of the reader', () => {
    expect(read(dateKind, '1/4/2026', { dateFormat: 'us' })).toBe('2026-01-04');
    expect(read(dateKind, '1/4/2026', { dateFormat: 'european' })).toBe('2026-04-01');
    expect(read(dateKind, '1/4/2026', { dateFormat: 'local' }, testContext({ locale: 'es' }))).toBe(
      '2026-04-01',
    );
    expect(read(dateKind, '1/4/2026', { dateFormat: 'local' })).toBe('2026-01-04');
    expect(read(dateKind, '1/25/2026', { dateFormat: 'european' })).toBe('2026-01-25');
  });

  it('says when the year was guessed', () => {
    expect(dateKind.parse('Mar 9', {}, testContext())).toMatchObject({ value: '2026-03-09', note: /year/ });
  });

  it.each(['2026-02-30', '13/13/2026', '0/5/2026', 'soon', 'Foo 5 2026', '5', '2026'])('refuses %s', (text) =>
    expect(read(dateKind, text, {})).toMatch(/^!/),
  );

  it('writes each format', () => {
    const shown = (dateFormat: 'us' | 'european' | 'iso' | 'friendly' | 'local') =>
      dateKind.format('2026-03-05', { dateFormat }, testContext());
    expect(['us', 'european', 'iso', 'friendly', 'local'].map((f) => shown(f as 'us'))).toEqual([
      '3/5/2026',
      '5/3/2026',
      '2026-03-05',
      'March 5, 2026',
      '3/5/2026',
    ]);
    expect(dateKind.format('2026-03-05', {}, testContext({ locale: 'de' }))).toBe('5.3.2026');
  });

  it('holds existing days only', () => {
    expect(dateKind.validate('2026-02-29', {})).not.toBeNull();
    expect(dateKind.validate('2024-02-29', {})).toBeNull();
  });
});
