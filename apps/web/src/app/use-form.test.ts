import { expect, it } from 'vitest';
import { complaints } from './use-form.ts';

it('keeps the first complaint about each input that the form has', () => {
  const said = [
    { name: 'email', message: 'Not an address.' },
    { name: 'email', message: 'Too long.' },
    { name: 'token', message: 'Missing.' },
    { name: undefined, message: 'Odd.' },
    { name: 'toString', message: 'Inherited.' },
  ];
  expect(complaints({ email: '', name: '' }, said)).toEqual({ email: 'Not an address.' });
});
