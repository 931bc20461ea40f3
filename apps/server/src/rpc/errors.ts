import { AppError, type ErrorCode } from '@crm/shared';
import { TRPCError } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY, type TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ZodError } from 'zod';
import { databaseFailure, type DatabaseFailure } from '../db/failure.ts';

/** An error as clients see it: one sentence, a code of ours, its HTTP status and what the code promises besides. */
export interface PublicError {
  readonly message: string;
  readonly code: ErrorCode | 'INTERNAL';
  readonly httpStatus: number;
  readonly details: Readonly<Record<string, unknown>>;
}

const HTTP_STATUS: Record<PublicError['code'], number> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  GONE: 410,
  TOO_LARGE: 413,
  MASS_DELETE: 422,
  RATE_LIMITED: 429,
  NOT_SAVED: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const RPC_CODE: Record<PublicError['code'], TRPC_ERROR_CODE_KEY> = {
  BAD_INPUT: 'BAD_REQUEST',
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  GONE: 'NOT_FOUND',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  MASS_DELETE: 'UNPROCESSABLE_CONTENT',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  NOT_SAVED: 'SERVICE_UNAVAILABLE',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

/** The transport's own refusals, in our words. */
const FROM_TRANSPORT: Partial<
  Record<TRPC_ERROR_CODE_KEY, { code: PublicError['code']; status: number; message: string }>
> = {
  PARSE_ERROR: { code: 'BAD_INPUT', status: 400, message: 'The request is not JSON.' },
  BAD_REQUEST: { code: 'BAD_INPUT', status: 400, message: 'The request is not understood.' },
  NOT_FOUND: { code: 'NOT_FOUND', status: 404, message: 'There is no such procedure.' },
  METHOD_NOT_SUPPORTED: {
    code: 'BAD_INPUT',
    status: 405,
    message: 'This procedure is called with another method.',
  },
  UNSUPPORTED_MEDIA_TYPE: { code: 'BAD_INPUT', status: 415, message: 'Only application/json is taken.' },
  PAYLOAD_TOO_LARGE: { code: 'TOO_LARGE', status: 413, message: 'The request is too large.' },
};

/** What a client may know of an error: never a stack, a path or a value of ours (S8). */
export function publicError(error: unknown): PublicError {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  if (cause instanceof AppError) return of(cause.code, cause.message, cause.data);
  if (cause instanceof ZodError) return ofInput(cause);
  const failure = databaseFailure(cause);
  if (failure) return ofDatabase(failure);
  if (error instanceof TRPCError) {
    const known = FROM_TRANSPORT[error.code];
    if (known) return { message: known.message, code: known.code, httpStatus: known.status, details: {} };
  }
  return of('INTERNAL', 'Something went wrong on the server.');
}

/** The JSON-RPC number that goes with an error. */
export function rpcCodeOf(error: PublicError) {
  return TRPC_ERROR_CODES_BY_KEY[RPC_CODE[error.code]];
}

function of(code: PublicError['code'], message: string, details: PublicError['details'] = {}): PublicError {
  return { message, code, httpStatus: HTTP_STATUS[code], details };
}

function ofInput(error: ZodError): PublicError {
  const fields = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  return of('BAD_INPUT', error.issues[0]?.message ?? 'The input is not understood.', { fields });
}

function ofDatabase(failure: DatabaseFailure): PublicError {
  if (failure === 'full') return of('NOT_SAVED', 'Not saved: the server cannot write to its disk.');
  if (failure === 'busy') return of('UNAVAILABLE', 'Not saved: the server is busy. Try again in a moment.');
  return of('INTERNAL', 'Something went wrong on the server.');
}
