import { TRPCClientError } from '@trpc/client';

/**
 * One sentence for a person about an error of a call: the server's own sentence, or that it was not reached.
 */
export function errorSentence(error: unknown): string {
  if (error instanceof TRPCClientError) {
    return error.data ? error.message : 'The server cannot be reached. Check the connection and try again.';
  }
  return 'Something went wrong in this page. Reload it and try again.';
}

/** The stable code of the domain's errors, e.g. `GONE`; undefined when the server was not reached. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null) return undefined;
  if ('appCode' in data && typeof data.appCode === 'string') return data.appCode;
  return 'code' in data && typeof data.code === 'string' ? data.code : undefined;
}
