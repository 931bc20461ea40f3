import { AppError } from '@crm/shared';
import { readConfig } from './config.ts';
import { consoleLog } from './log.ts';
import { start } from './start.ts';

// What the server writes is for its own user only.
process.umask(0o077);

try {
  const demo = process.argv.includes('--demo') ? await import('./demo/seed.ts') : null;
  const running = await start(readConfig(), demo ? demo.seedDemo : undefined);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          running.app.log.error('While stopping', error);
          process.exit(1);
        },
      );
    });
  }
  running.app.log.info(running.greeting);
  if (demo) running.app.log.info(demo.DEMO_LOGINS);
} catch (error) {
  if (error instanceof AppError) consoleLog.error(error.message);
  else consoleLog.error('Could not start', error);
  process.exit(1);
}
