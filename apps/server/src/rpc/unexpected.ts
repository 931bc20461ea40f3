import type { TRPCError } from '@trpc/server';
import type { Log } from '../log.ts';
import { publicError } from './errors.ts';

/** Logs what nobody planned for, with its place but without the input, which may hold secrets (S8). */
export function logUnexpected(
  log: Log,
  { error, path }: { error: TRPCError; path: string | undefined },
): void {
  const { httpStatus } = publicError(error);
  if (httpStatus >= 500) log.error(`In ${path ?? 'a request'}`, error.cause ?? error);
}
