import { expect, it } from 'vitest';
import { zoneGroups } from './zones.ts';

const AT = new Date('2026-01-15T12:00:00Z');

it('groups by region and says how far each is from UTC', () => {
  const groups = zoneGroups(
    ['Europe/Zurich', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'],
    'Europe/Zurich',
    AT,
  );
  expect(groups.map(({ region }) => region)).toEqual(['America', 'Asia', 'Europe', 'Other']);
  expect(groups.flatMap(({ zones }) => zones.map(({ label }) => label))).toEqual([
    'Buenos Aires, Argentina (GMT-03:00)',
    'Kolkata (GMT+05:30)',
    'Zurich (GMT+01:00)',
    'UTC (GMT+00:00)',
  ]);
});

it('keeps a chosen zone that the list does not have, once', () => {
  const ids = zoneGroups(['Asia/Kolkata'], 'Asia/Calcutta', AT).flatMap(({ zones }) =>
    zones.map(({ id }) => id),
  );
  expect(ids).toEqual(['Asia/Calcutta', 'Asia/Kolkata', 'UTC']);
});
