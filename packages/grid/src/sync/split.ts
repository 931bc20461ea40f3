import { PUSH_LIMITS } from '@crm/shared';
import type { Op } from '@crm/shared';
import { jsonBytes } from '../ops/size.ts';

/** Room for the envelope around the mutations of a push. */
const ENVELOPE_BYTES = 1024;
/** The most that one mutation's ops may weigh, in bytes of JSON. */
export const MUTATION_BYTES = PUSH_LIMITS.bytes - ENVELOPE_BYTES;

/** Ops as mutations that each fit into one push, in order; `oversized` are single ops that fit into none. */
export function splitOps(ops: readonly Op[]): { mutations: Op[][]; oversized: Op[] } {
  const mutations: Op[][] = [];
  const oversized: Op[] = [];
  let current: Op[] = [];
  let bytes = 0;
  for (const op of ops) {
    const size = jsonBytes(op) + 1;
    if (size > MUTATION_BYTES) {
      oversized.push(op);
      continue;
    }
    if (current.length > 0 && (current.length === PUSH_LIMITS.ops || bytes + size > MUTATION_BYTES)) {
      mutations.push(current);
      current = [];
      bytes = 0;
    }
    current.push(op);
    bytes += size;
  }
  if (current.length > 0) mutations.push(current);
  return { mutations, oversized };
}
