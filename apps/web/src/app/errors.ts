import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';

/** What the server says of an error besides its sentence. */
const ErrorData = z.object({
  code: z.string(),
  details: z
    .object({ fields: z.array(z.object({ path: z.string(), message: z.string() })).optional() })
    .catch({})
    .default({}),
});

function dataOf(error: unknown): z.infer<typeof ErrorData> | null {
  if (!(error instanceof TRPCClientError)) return null;
  return ErrorData.safeParse(error.data).data ?? null;
}

/** One sentence for a person about an error of a call: the server's own, or that it was not reached. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof TRPCClientError)) {
    return 'Something went wrong in this page. Reload it and try again.';
  }
  if (dataOf(error)) return error.message;
  return 'The server cannot be reached. Check the connection and try again.';
}

/** The stable code of a domain error, e.g. `GONE`; undefined when the server was not reached. */
export function errorCode(error: unknown): string | undefined {
  return dataOf(error)?.code;
}

/** What the server says of single inputs, by name. */
export function fieldErrors(error: unknown): Record<string, string> {
  const fields = dataOf(error)?.details.fields ?? [];
  return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
}
