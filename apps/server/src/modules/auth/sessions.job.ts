import type { AppContext } from '../../context.ts';
import type { Job } from '../../jobs/runner.ts';
import { closeStaleSockets, forgetOldLogins } from './upkeep.usecases.ts';

/** Keeps logins and what hangs on them in order. */
export function authJobs(app: AppContext): Job[] {
  return [
    { name: 'auth.sockets', everyMs: 2000, run: () => closeStaleSockets(app) },
    { name: 'auth.forget', everyMs: 3_600_000, run: () => forgetOldLogins(app) },
  ];
}
