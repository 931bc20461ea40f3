import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { errorCode, errorSentence, fieldErrors } from './errors.ts';

/** An error as the client makes it of the server's answer. */
function answered(data: unknown) {
  return TRPCClientError.from({ error: { message: 'Ben is here already.', code: -32009, data } });
}

it('says what the server says, with its code and its words on single inputs', () => {
  const error = answered({
    code: 'CONFLICT',
    httpStatus: 409,
    details: { fields: [{ path: 'email', message: 'Taken' }] },
  });
  expect(errorSentence(error)).toBe('Ben is here already.');
  expect(errorCode(error)).toBe('CONFLICT');
  expect(fieldErrors(error)).toEqual({ email: 'Taken' });
});

it('tells a server that was not reached from a page that broke', () => {
  expect(errorSentence(TRPCClientError.from(new TypeError('Failed to fetch')))).toContain(
    'cannot be reached',
  );
  expect(errorCode(TRPCClientError.from(new TypeError('Failed to fetch')))).toBeUndefined();
  expect(errorSentence(new Error('x is undefined'))).not.toContain('x is undefined');
});

it('stands answers that another program gives', () => {
  expect(errorCode(answered('proxy'))).toBeUndefined();
  expect(fieldErrors(answered({ code: 'BAD_INPUT', details: { fields: 'no list' } }))).toEqual({});
});
