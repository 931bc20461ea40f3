import type { RefusalReason } from '@crm/shared';
import type { Verdict } from './types.ts';

/** The verdict that lets an op through. */
export const OK: Verdict = { kind: 'ok' };

/** A refusal for good, with the sentence that a person may read. */
export function refuse(reason: RefusalReason, detail: string): Verdict {
  return { kind: 'refused', reason, detail };
}
