import type { AppContext } from '../../context.ts';
import type { Job } from '../../jobs/runner.ts';
import { resumeImports } from './apply.usecases.ts';

/** Goes on, once, with imports that a restart has interrupted. */
export function importingJobs(app: AppContext): Job[] {
  let resumed = false;
  return [
    {
      name: 'importing.resume',
      everyMs: 1000,
      run() {
        if (resumed) return undefined;
        resumed = true;
        return resumeImports(app);
      },
    },
  ];
}
