import { TransportError } from '@crm/grid/sync';
import { ErrorCode } from '@crm/shared';
import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';

const Shape = z.object({ code: ErrorCode.optional(), retryAfter: z.number().optional() }).loose();

/** What the session needs to know of a failed call. No answer at all means that the network is away. */
export function transportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const message = error instanceof Error ? error.message : 'The server did not answer.';
  if (!(error instanceof TRPCClientError) || !error.data) return new TransportError('OFFLINE', message);
  const data = Shape.safeParse(error.data);
  const code = data.success ? (data.data.code ?? 'UNAVAILABLE') : 'UNAVAILABLE';
  return new TransportError(code, message, (data.success && data.data.retryAfter) || null);
}
