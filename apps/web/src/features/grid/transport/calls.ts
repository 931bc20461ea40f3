import { getUntypedClient } from '@trpc/client';
import type { z } from 'zod';
import { rpc } from '../../../rpc.ts';

const client = getUntypedClient(rpc);

/** Asks the server and checks the answer against the contract. */
export async function ask<T>(path: string, input: unknown, output: z.ZodType<T>): Promise<T> {
  return output.parse(await client.query(path, input));
}

/** Tells the server to do something and checks what it answers. */
export async function order<T>(path: string, input: unknown, output: z.ZodType<T>): Promise<T> {
  return output.parse(await client.mutation(path, input));
}
