import { isIPv6 } from 'node:net';
import { hash } from 'node:crypto';

const MINUTE = 60_000;

/** How many failures a key may have before it must wait, and how long at most. */
export interface Limit {
  readonly free: number;
  readonly maxWaitMs: number;
}

/** Guesses at one account, from anywhere (S4). */
export const ACCOUNT_LIMIT: Limit = { free: 10, maxWaitMs: 15 * MINUTE };
/** Guesses from one address at many accounts; offices share one, so it is wider (S5). */
export const ADDRESS_LIMIT: Limit = { free: 50, maxWaitMs: 15 * MINUTE };

const FIRST_WAIT_MS = MINUTE;
/** Failures are forgotten after an hour without a new one. */
const FORGET_MS = 60 * MINUTE;

/** The failures counted for one key; `lastAt` in milliseconds since 1970. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: number;
}

/** How many failures still count. A clock that was set back does not prolong anything. */
export function countedFailures(attempts: Attempts | null, now: number): number {
  return attempts && now - attempts.lastAt < FORGET_MS ? attempts.failures : 0;
}

/**
 * Milliseconds to wait before the next attempt; 0 = now. The wait doubles with every failure beyond the free ones and never
 * passes the limit's, so that nobody is locked out for good.
 */
export function waitFor(attempts: Attempts | null, limit: Limit, now: number): number {
  const failures = countedFailures(attempts, now);
  if (!attempts || failures < limit.free) return 0;
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - limit.free, 20), limit.maxWaitMs);
  const left = attempts.lastAt + wait - now;
  return Math.max(0, Math.min(left, wait));
}

/** The key of an account: a digest, so that the table does not collect what was typed into a login form. */
export function accountKey(email: string): string {
  return `account:${hash('sha256', email.trim().toLowerCase(), 'hex')}`;
}

/** The key of an address; of IPv6 the first 64 bits, which belong to one subscriber. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return `address:${address}`;
  const { hostname } = new URL(`http://[${address.split('%', 1)[0]}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const full =
    tail === undefined
      ? groups
      : [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest];
  return `address:${full.slice(0, 4).join(':')}`;
}
