import type { SyncStatus } from './types.ts';

/** What the status pill is made from. */
export interface Facts {
  readonly outdated: boolean;
  readonly deviceProblem: string | null;
  readonly serverProblem: string | null;
  readonly offline: boolean;
  readonly pending: number;
  readonly attention: number;
}

/** The status pill: it says "saved" only when the server has every edit (protocol §6). */
export function statusOf(facts: Facts): SyncStatus {
  const { outdated, deviceProblem, serverProblem, offline, pending, attention } = facts;
  const problem = pending > 0 ? (serverProblem ?? deviceProblem) : null;
  const state = outdated
    ? 'reload'
    : problem !== null
      ? 'unsaved'
      : offline
        ? 'offline'
        : attention > 0
          ? 'attention'
          : pending > 0
            ? 'saving'
            : 'saved';
  return { state, pending, attention, problem };
}
