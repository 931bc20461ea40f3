import { expect, it } from 'vitest';
import { withChoices } from './lib/choices.ts';
import { convertValue, planRetype } from './retype.ts';
import { testContext } from './testing.ts';

const ctx = testContext();
const text = { type: 'text', options: {} } as const;
const usd = { type: 'currency', options: { currency: 'USD' } } as const;

it('counts what keeps, changes and loses its value', () => {
  const cells = [
    [1, '5'],
    [2, '$1,000.00'],
    [3, 'soon'],
    [4, null],
  ] as const;
  const plan = planRetype(cells, text, usd, ctx);
  expect(plan).toMatchObject({ kept: 1, changed: 1, lost: 1 });
  expect(Object.fromEntries(plan.values)).toEqual({ 1: 500, 2: 100_000, 3: null });
  expect(plan.samples).toEqual([
    { row: 3, before: 'soon', after: null },
    { row: 2, before: '$1,000.00', after: '$1,000' },
  ]);
});

it('makes choices of the texts, and texts of the choices', () => {
  const plan = planRetype(
    [
      [1, 'Hot'],
      [2, 'hot'],
      [3, 'Cold'],
    ],
    text,
    { type: 'singleSelect', options: {} },
    ctx,
  );
  expect(plan.options.choices?.map((choice) => choice.name)).toEqual(['Hot', 'Cold']);
  expect(plan).toMatchObject({ kept: 2, changed: 1, lost: 0 });
  const select = { type: 'singleSelect', options: plan.options } as const;
  expect(convertValue(plan.values.get(3) ?? null, select, text, ctx)).toEqual({
    fate: 'kept',
    value: 'Cold',
  });
});

it('keeps the choices’ ids between single and multiple', () => {
  const options = withChoices({}, ['a', 'b, c']);
  const id = options.choices?.[1]?.id ?? '';
  const plan = planRetype(
    [[1, id]],
    { type: 'singleSelect', options },
    { type: 'multiSelect', options: {} },
    ctx,
  );
  expect(plan.options.choices).toEqual(options.choices);
  expect(plan.values.get(1)).toEqual([id]);
});

it('never makes a number of text with leading zeros', () => {
  expect(convertValue('007', text, { type: 'number', options: {} }, ctx)).toMatchObject({
    fate: 'lost',
    value: null,
  });
});

it('keeps days between dates and texts, and amounts between number and currency', () => {
  const date = { type: 'date', options: { dateFormat: 'european' } } as const;
  expect(convertValue('2026-03-05', date, text, ctx)).toEqual({ fate: 'kept', value: '2026-03-05' });
  expect(convertValue('2026-03-05', text, date, ctx)).toEqual({ fate: 'kept', value: '2026-03-05' });
  expect(convertValue(12.5, { type: 'number', options: {} }, usd, ctx)).toEqual({
    fate: 'kept',
    value: 1250,
  });
  expect(convertValue(1250, usd, { type: 'currency', options: { currency: 'EUR' } }, ctx).value).toBe(1250);
});

it('loses a rating that the new highest no longer holds', () => {
  const rating = (max: number) => ({ type: 'rating', options: { max } }) as const;
  expect(convertValue(8, rating(10), rating(5), ctx).fate).toBe('lost');
  expect(convertValue(3, rating(10), rating(5), ctx)).toEqual({ fate: 'kept', value: 3 });
});
