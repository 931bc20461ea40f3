import type { AppContext } from '../../context.ts';
import type { Job } from '../../jobs/runner.ts';
import { applyRunning } from './apply.usecases.ts';

/** Goes on with imports that a restart has interrupted. */
export function importingJobs(app: AppContext): Job[] {
  return [{ name: 'importing.resume', everyMs: 1000, run: () => applyRunning(app) }];
}
