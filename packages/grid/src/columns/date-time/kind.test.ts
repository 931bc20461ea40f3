import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { read, testContext } from '../testing.ts';
import { dateTimeKind } from './kind.ts';

describe('date-time', () => {
  it.each([
    ['2026-03-05T14:30:00Z', '2026-03-05T14:30:00.000Z'],
    ['2026-03-05T14:30:00+02:00', '2026-03-05T12:30:00.000Z'],
    ['2026-03-05 14:30', '2026-03-05T19:30:00.000Z'],
    ['11/25/2020 9:12am', '2020-11-25T14:12:00.000Z'],
    ['25/4/2025 3:01pm', '2025-04-25T19:01:00.000Z'],
    ['2020-08-07 13:12', '2020-08-07T17:12:00.000Z'],
    ['March 5, 2026 12:00 AM', '2026-03-05T05:00:00.000Z'],
    ['March 5, 2026 12:00 p.m.', '2026-03-05T17:00:00.000Z'],
    ['2026-03-05, 8 am', '2026-03-05T13:00:00.000Z'],
    ['2026-03-05', '2026-03-05T05:00:00.000Z'],
    ['now', '2026-03-05T17:00:00.000Z'],
  ])('reads %s in the fund’s zone', (text, instant) => expect(read(dateTimeKind, text, {})).toBe(instant));

  it('reads in the column’s own zone', () => {
    expect(read(dateTimeKind, '2026-03-05 14:30', { timeZone: 'Asia/Tokyo' })).toBe(
      '2026-03-05T05:30:00.000Z',
    );
  });

  it.each(['1/4/2026 2:30siang', '5/3/2026 9:12 לפנה״צ', '5/3/2026 上午9:12'])(
    'never guesses the half of the day in %s',
    (text) => expect(read(dateTimeKind, text, {})).toMatch(/another language/),
  );
  it.each(['2026-03-05 25:00', '2026-03-05 9:61', '2026-03-05 13:00pm', '2026-03-05 12', 'noon'])(
    'refuses %s',
    (text) => expect(read(dateTimeKind, text, {})).toMatch(/^!/),
  );

  it('shows the time in the zone, 12 or 24 hours', () => {
    const ctx = testContext();
    expect(
      dateTimeKind.format('2026-03-05T17:05:00.000Z', { dateFormat: 'us', timeFormat: '12hour' }, ctx),
    ).toBe('3/5/2026 12:05pm');
    expect(
      dateTimeKind.format('2026-03-05T05:05:00.000Z', { dateFormat: 'iso', timeFormat: '24hour' }, ctx),
    ).toBe('2026-03-05 00:05');
  });

  it('gives every instant back from its text, in hours that occur twice too', () => {
    const instant = fc
      .integer({ min: -4e11, max: 4e12 })
      .map((ms) => new Date(ms - (ms % 1000)).toISOString());
    const zone = fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Europe/London', 'UTC');
    fc.assert(
      fc.property(instant, zone, fc.boolean(), (value, timeZone, whole) => {
        const minute = whole ? `${value.slice(0, 17)}00.000Z` : value;
        const text = dateTimeKind.toText(minute, { timeZone }, testContext());
        expect(read(dateTimeKind, text, { timeZone })).toBe(minute);
      }),
    );
    const twice = '2026-11-01T06:30:00.000Z';
    expect(read(dateTimeKind, dateTimeKind.toText(twice, {}, testContext()), {})).toBe(twice);
  });
});
