import { expect, it } from 'vitest';
import { ADA, BOB, read, testContext } from '../testing.ts';
import { personKind } from './kind.ts';

it('finds a person by name, address or both', () => {
  const texts = ['ada king', 'BOB@fund.test', 'Ada King <ada@fund.test>', ADA.id];
  expect(texts.map((t) => read(personKind, t, {}))).toEqual([ADA.id, BOB.id, ADA.id, ADA.id]);
  expect(read(personKind, 'Eve', {})).toMatch(/Nobody/);
});
it('asks for the address where two have one name, and writes it then', () => {
  const twin = { ...BOB, name: 'Ada King' };
  const ctx = testContext({ people: () => [ADA, twin] });
  expect(read(personKind, 'Ada King', {}, ctx)).toMatch(/Several/);
  expect(personKind.toText(ADA.id, {}, ctx)).toBe('Ada King <ada@fund.test>');
  expect(read(personKind, personKind.toText(ADA.id, {}, ctx), {}, ctx)).toBe(ADA.id);
});
