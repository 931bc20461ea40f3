import { AppError } from '@crm/shared';
import type { Clock } from '../jobs/clock.ts';

/** Ops that one person may send at once, and how many come back per second (protocol §10). */
const CAPACITY = 50_000;
const PER_SECOND = 10_000;

/** Holds back a person whose tabs send more than any hand or paste could make. */
export interface TokenBuckets {
  /** @throws AppError RATE_LIMITED with `retryAfter` in milliseconds; nothing is taken then */
  take(key: string, tokens: number): void;
}

export function createTokenBuckets(
  clock: Clock,
  { capacity, perSecond } = { capacity: CAPACITY, perSecond: PER_SECOND },
): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, tokens) {
      const now = clock.monotonic();
      const bucket = buckets.get(key) ?? { tokens: capacity, at: now };
      const filled = Math.min(capacity, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
      if (filled < tokens) {
        const retryAfter = Math.ceil(((tokens - filled) / perSecond) * 1000);
        throw new AppError('RATE_LIMITED', 'Too many edits at once. They will be sent again in a moment.', {
          retryAfter,
        });
      }
      buckets.set(key, { tokens: filled - tokens, at: now });
    },
  };
}
