import { AppError } from '@crm/shared';
import type { AppContext } from '../../context.ts';
import {
  ACCOUNT_LIMIT,
  accountKey,
  ADDRESS_LIMIT,
  addressKey,
  countedFailures,
  waitFor,
  type Limit,
} from './attempt.rules.ts';
import { deleteAttempts, hasLoggedInFrom, readAttempts, writeAttempts } from './attempt.store.ts';

const KNOWN_MS = 30 * 24 * 3_600_000;

/** A guess that was counted beforehand; `succeeded` takes it back. */
export interface Attempt {
  succeeded(): void;
}

/**
 * Counts a guess at a secret before it is checked, so that calls made at once are counted too. The account's limit holds
 * from every address. The address's limit spares people who have logged in from there before, so that an attacker behind
 * the same proxy does not keep a whole office out.
 * @throws AppError RATE_LIMITED with `retryAfter` in seconds; nothing is counted then
 */
export function takeAttempt(app: AppContext, email: string, address: string): Attempt {
  const since = new Date(app.clock.now().getTime() - KNOWN_MS).toISOString();
  const spared = hasLoggedInFrom(app.db.reader, email, address, since);
  const account = accountKey(email);
  const own = addressKey(address);
  count(app, [[account, ACCOUNT_LIMIT], ...(spared ? [] : [[own, ADDRESS_LIMIT] as const])]);
  return {
    succeeded() {
      app.db.write((tx) => {
        deleteAttempts(tx, account);
        const counted = spared ? null : readAttempts(tx, own);
        if (counted) {
          writeAttempts(tx, app.workspaceId, own, {
            ...counted,
            failures: Math.max(0, counted.failures - 1),
          });
        }
      });
    },
  };
}

function count(app: AppContext, keys: readonly (readonly [string, Limit])[]): void {
  app.db.write((tx) => {
    const now = app.clock.now().getTime();
    const read = keys.map(([key, limit]) => ({ key, limit, attempts: readAttempts(tx, key) }));
    const waitMs = Math.max(...read.map(({ attempts, limit }) => waitFor(attempts, limit, now)));
    if (waitMs > 0) {
      const retryAfter = Math.ceil(waitMs / 1000);
      throw new AppError('RATE_LIMITED', `Too many attempts. Try again in ${inWords(retryAfter)}.`, {
        retryAfter,
      });
    }
    for (const { key, attempts } of read) {
      writeAttempts(tx, app.workspaceId, key, { failures: countedFailures(attempts, now) + 1, lastAt: now });
    }
  });
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds <= 90) return `${seconds} seconds`;
  return `${minutes} minutes`;
}
