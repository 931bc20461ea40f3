import { PUSH_LIMITS } from '@crm/shared';
import type { ClientId, Epoch, Mutation, Op } from '@crm/shared';
import { jsonBytes } from '../ops/size.ts';
import type { StoredMutation } from './ports.ts';
import { MUTATION_BYTES } from './split.ts';

/** A mutation on its way. It is frozen from the start: later edits are mutations of their own. */
export interface Pending {
  readonly lane: Lane;
  readonly mid: number;
  readonly epoch: Epoch;
  readonly ops: readonly Op[];
  readonly label: string;
  readonly at: string;
  readonly bytes: number;
  /** Kept on the device, or found impossible to keep; only then may it be sent. */
  stored: boolean;
  /** seq of its first op, once the server has said so. */
  seq: number | null;
  /** Its ops stand in the base already, so that folding must not repeat them. */
  landed: boolean;
  /** Refused or put up for review: it changed nothing. */
  dropped: boolean;
}

/** The queue of one client id: this tab's, or one that a closed tab has left behind. */
export class Lane {
  readonly clientId: ClientId;
  nextMid: number;
  /** In order of mid; the acknowledged ones stand in front until the base has caught up with them. */
  pending: Pending[] = [];

  constructor(clientId: ClientId, nextMid = 1) {
    this.clientId = clientId;
    this.nextMid = nextMid;
  }

  /** Makes the next mutation of this lane; it is not part of the queue before `pending.push`. */
  make(ops: readonly Op[], label: string, epoch: Epoch, at: string): Pending {
    return this.#entry({ clientId: this.clientId, mid: this.nextMid++, epoch, ops, label, at }, false);
  }

  /** Takes back what the device had kept. */
  restore(stored: readonly StoredMutation[]): void {
    for (const item of stored) {
      this.pending.push(this.#entry(item, true));
      this.nextMid = Math.max(this.nextMid, item.mid + 1);
    }
  }

  /** Those that the server has not answered. */
  unanswered(): Pending[] {
    return this.pending.filter((entry) => entry.seq === null);
  }

  /** As many of them as one push may carry, oldest first (protocol §10). */
  batch(): Pending[] {
    const batch: Pending[] = [];
    let ops = 0;
    let bytes = 0;
    for (const entry of this.unanswered()) {
      ops += entry.ops.length;
      bytes += entry.bytes;
      const full = ops > PUSH_LIMITS.ops || bytes > MUTATION_BYTES || batch.length === PUSH_LIMITS.mutations;
      if (!entry.stored || (batch.length > 0 && full)) break;
      batch.push(entry);
    }
    return batch;
  }

  #entry(item: StoredMutation, stored: boolean): Pending {
    const { mid, epoch, ops, label, at } = item;
    const bytes = jsonBytes(ops) + 32;
    return {
      lane: this,
      mid,
      epoch,
      ops,
      label,
      at,
      bytes,
      stored,
      seq: null,
      landed: false,
      dropped: false,
    };
  }
}

/** The entry as the device keeps it. */
export function asStored(entry: Pending): StoredMutation {
  const { lane, mid, epoch, ops, label, at } = entry;
  return { clientId: lane.clientId, mid, epoch, ops, label, at };
}

/** The entry as it is sent. */
export function asMutation(entry: Pending): Mutation {
  return { mid: entry.mid, ops: [...entry.ops] };
}
