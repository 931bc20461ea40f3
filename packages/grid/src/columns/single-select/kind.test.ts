import { expect, it } from 'vitest';
import { withChoices } from '../lib/choices.ts';
import { read, testContext } from '../testing.ts';
import { singleSelectKind } from './kind.ts';

const options = withChoices({}, ['Hot', 'Warm, maybe', 'Cold']);
const [hot, warm, cold] = (options.choices ?? []).map((choice) => choice.id);

it('finds a choice by name without regard to case, commas and all', () => {
  expect(['hot', ' WARM, MAYBE ', ''].map((t) => read(singleSelectKind, t, options))).toEqual([
    hot,
    warm,
    null,
  ]);
});
it('tells which choice there is not yet', () => {
  expect(singleSelectKind.parse('Lost', options, testContext())).toEqual({
    ok: true,
    value: null,
    newChoices: ['Lost'],
  });
});
it('sorts in the order of the choices and holds only those', () => {
  expect([cold, hot].map((id) => singleSelectKind.sortKey(id ?? null, options, testContext()))).toEqual([
    2, 0,
  ]);
  expect(singleSelectKind.validate('gone', options)).not.toBeNull();
  expect(singleSelectKind.format('gone', options, testContext())).toBe('');
});
it('adds a choice once, whatever its case', () => {
  expect(withChoices(options, ['HOT', 'New', 'new ']).choices?.map((c) => c.name)).toEqual([
    'Hot',
    'Warm, maybe',
    'Cold',
    'New',
  ]);
});
