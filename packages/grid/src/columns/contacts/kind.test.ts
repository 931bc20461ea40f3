import { expect, it } from 'vitest';
import { read, testContact, testContext } from '../testing.ts';
import { contactFromText, contactsKind } from './kind.ts';

const ann = testContact('Ann Lee', 'ann@lee.test');
const max = testContact('Max, the elder');
const twin = testContact('Ann Lee', 'other@lee.test');

it('finds contacts by name or address', () => {
  const ctx = testContext({}, [ann, max]);
  expect(read(contactsKind, 'ANN@lee.test; "Max, the elder"', {}, ctx)).toEqual([ann.id, max.id]);
  expect(contactsKind.parse('Ann Lee, Zoe <zoe@x.test>', {}, ctx)).toEqual({
    ok: true,
    value: [ann.id],
    newContacts: ['Zoe <zoe@x.test>'],
  });
});
it('asks for the address where two have one name', () => {
  expect(read(contactsKind, 'Ann Lee', {}, testContext({}, [ann, twin]))).toMatch(/Several/);
});
it('writes text that reads back', () => {
  const ctx = testContext({}, [ann, max, twin]);
  const value = [twin.id, max.id, ann.id];
  expect(read(contactsKind, contactsKind.toText(value, {}, ctx), {}, ctx)).toEqual(value);
  expect(contactsKind.format(value, {}, ctx)).toBe('Ann Lee, Max, the elder, Ann Lee');
});
it('makes a contact of a name, an address or both', () => {
  expect(contactFromText('Zoe  <zoe@x.test>')).toEqual({ name: 'Zoe', addresses: ['zoe@x.test'] });
  expect(contactFromText('zoe@x.test')).toEqual({ name: '', addresses: ['zoe@x.test'] });
  expect(contactFromText('Zoe')).toEqual({ name: 'Zoe', addresses: [] });
});
