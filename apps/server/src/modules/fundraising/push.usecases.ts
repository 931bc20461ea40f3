import { AppError, Op, PROTOCOL_VERSION, PUSH_LIMITS } from '@crm/shared';
import type { ClientId, Epoch, MutationResult, PushOutput } from '@crm/shared';
import { hash } from 'node:crypto';
import type { AppContext } from '../../context.ts';
import type { Writer } from '../../db/transaction.ts';
import { actorOf, type Principal } from '../../principal.ts';
import { SheetChange } from './change.usecases.ts';
import { findClient, findMutation, insertMutation, putClient } from './log.store.ts';

/** A push whose envelope was checked; its ops are checked one mutation at a time, so that a bad one uses up its mid. */
export interface PushEnvelope {
  readonly protocol: number;
  readonly epoch: Epoch;
  readonly clientId: ClientId;
  readonly muts: readonly { readonly mid: number; readonly ops: readonly unknown[] }[];
}

interface Mutation {
  readonly mid: number;
  readonly ops: readonly unknown[];
  readonly hash: string;
}

interface Waiting {
  readonly principal: Principal;
  readonly input: PushEnvelope;
  readonly muts: readonly Mutation[];
  resolve(output: PushOutput): void;
  reject(error: unknown): void;
}

/** Takes pushes and commits those that arrive in one turn of the event loop with one fsync (protocol §3). */
export interface PushQueue {
  /** @throws AppError TOO_LARGE, FORBIDDEN (the client id is another person's); database faults as they are */
  push(principal: Principal, input: PushEnvelope): Promise<PushOutput>;
}

export function createPushQueue(app: AppContext): PushQueue {
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    let answers: (PushOutput | AppError)[];
    try {
      answers = app.db.write((tx) => {
        const change = new SheetChange(app, tx);
        const outputs = batch.map((item) => evaluate(app, tx, change, item));
        change.finish();
        return outputs;
      });
    } catch (error) {
      for (const item of batch) item.reject(error);
      return;
    }
    // The commit has returned: only now may anyone hear of it (I13).
    for (const [index, item] of batch.entries()) {
      const answer = answers[index];
      if (answer instanceof AppError) item.reject(answer);
      else if (answer) item.resolve(answer);
    }
  }

  return {
    push(principal, input) {
      const muts = measured(input);
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ principal, input, muts, resolve, reject });
      });
    },
  };
}

/** The mutations with their hashes. @throws AppError TOO_LARGE beyond the limits of one push (protocol §10) */
function measured({ muts }: PushEnvelope): Mutation[] {
  let bytes = 0;
  let ops = 0;
  const hashed = muts.map((mutation) => {
    const payload = JSON.stringify(mutation.ops);
    bytes += Buffer.byteLength(payload);
    ops += mutation.ops.length;
    return { ...mutation, hash: hash('sha256', payload, 'hex') };
  });
  if (bytes > PUSH_LIMITS.bytes || ops > PUSH_LIMITS.ops || muts.length > PUSH_LIMITS.mutations)
    throw new AppError('TOO_LARGE', 'These are more edits than fit in one request.');
  return hashed;
}

function evaluate(
  app: AppContext,
  tx: Writer,
  change: SheetChange,
  { principal, input, muts }: Waiting,
): PushOutput | AppError {
  const { clientId } = input;
  const results: MutationResult[] = [];
  const answer = (stop: PushOutput['stop']): PushOutput => ({ results, head: change.head, stop });
  if (input.protocol !== PROTOCOL_VERSION) return answer({ code: 'PROTOCOL', protocol: PROTOCOL_VERSION });
  const { epoch } = change.counters;
  if (input.epoch !== epoch) return answer({ code: 'EPOCH', epoch });
  const client = findClient(tx, clientId);
  if (client && client.userId !== principal.userId)
    return new AppError('FORBIDDEN', 'This tab belongs to another person.');
  const first = client?.lastMid ?? 0;
  let last = first;
  let stop: PushOutput['stop'] = null;
  for (const mutation of muts) {
    if (mutation.mid <= last) {
      const known = findMutation(tx, clientId, mutation.mid);
      if (known?.hash === mutation.hash) {
        results.push(known.result);
        continue;
      }
      app.log.error(`Client ${clientId} sent mutation ${mutation.mid} twice with different contents`);
      stop = { code: 'HASH_MISMATCH', mid: mutation.mid };
      break;
    }
    if (mutation.mid > last + 1) {
      stop = { code: 'GAP', expected: last + 1 };
      break;
    }
    const result = applyMutation(change, principal, clientId, mutation);
    insertMutation(tx, app.workspaceId, clientId, mutation.hash, result);
    results.push(result);
    last = mutation.mid;
  }
  if (last > first)
    putClient(tx, app.workspaceId, clientId, { userId: principal.userId, lastMid: last, at: change.at });
  return answer(stop);
}

function applyMutation(
  change: SheetChange,
  principal: Principal,
  clientId: ClientId,
  { mid, ops: raw }: Mutation,
): MutationResult {
  const ops: Op[] = [];
  for (const [op, item] of raw.entries()) {
    const parsed = Op.safeParse(item);
    if (!parsed.success) {
      const detail = parsed.error.issues[0]?.message ?? 'The edit is not understood.';
      return { status: 'rejected', mid, reason: 'invalid_value', op, detail };
    }
    ops.push(parsed.data);
  }
  return change.apply(ops, { actor: actorOf(principal), clientId, mid, cause: null, source: 'web' });
}
