import { z } from 'zod';

/** Stable codes of errors that a client may act on; the message is a sentence for people. */
export const ErrorCode = z.enum([
  'BAD_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'GONE',
  'TOO_LARGE',
  'RATE_LIMITED',
  'MASS_DELETE',
  'NOT_SAVED',
  'UNAVAILABLE',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An error of the domain: a code, one clear sentence, and data that the client may use. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, data: Record<string, unknown> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}
