import type { AppContext } from '../context.ts';
import { watchForeignWrites } from '../db/foreign-writes.ts';
import { authJobs } from '../modules/auth/sessions.job.ts';
import { importingJobs } from '../modules/importing/importing.job.ts';
import type { Job } from './runner.ts';

/** Every job of the server. */
export function allJobs(app: AppContext): Job[] {
  const hasForeignWrites = watchForeignWrites(app.db);
  return [
    ...authJobs(app),
    ...importingJobs(app),
    {
      name: 'db.foreignWrites',
      everyMs: 500,
      run() {
        if (!hasForeignWrites()) return;
        app.bus.publish('foreignWrite', null);
        app.bus.publish('changed', 'people');
      },
    },
  ];
}
