import { expect, it } from 'vitest';
import { withChoices } from '../lib/choices.ts';
import { read, testContext } from '../testing.ts';
import { multiSelectKind } from './kind.ts';

const options = withChoices({}, ['a', 'b', 'c, d', 'e']);
const [a, b, cd] = (options.choices ?? []).map((choice) => choice.id);

it('reads a list with quoted commas', () => {
  expect(read(multiSelectKind, 'a, B,"c, d",a', options)).toEqual([a, b, cd]);
  expect(read(multiSelectKind, 'c, d', options)).toEqual([cd]);
  expect(read(multiSelectKind, ' ', options)).toBeNull();
});
it('tells all the choices there are not yet', () => {
  expect(multiSelectKind.parse('x,a,"y, z",X', options, testContext())).toEqual({
    ok: true,
    value: [a],
    newChoices: ['x', 'y, z'],
  });
});
it('writes text that reads back', () => {
  const value = [cd ?? '', a ?? ''];
  const text = multiSelectKind.toText(value, options, testContext());
  expect(text).toBe('"c, d", a');
  expect(read(multiSelectKind, text, options)).toEqual(value);
});
it('refuses unknown and doubled choices', () => {
  expect(multiSelectKind.validate([a ?? '', a ?? ''], options)).toMatch(/twice/);
  expect(multiSelectKind.validate(['gone'], options)).not.toBeNull();
  expect(multiSelectKind.validate('a', options)).not.toBeNull();
});
