import { AppError } from '@crm/shared';
import { addressOf } from './address-of.ts';
import type { Config } from './config.ts';
import { createContext, type AppContext } from './context.ts';
import { startServer } from './http/server.ts';
import { allJobs } from './jobs/all.ts';
import { startJobs } from './jobs/runner.ts';
import { issueSetupToken } from './modules/auth/setup.usecases.ts';

/** The running application. */
export interface Running {
  readonly app: AppContext;
  /** What to tell whoever started it: where it is and, as long as nobody was let in, the one-time link. */
  readonly greeting: string;
  stop(): Promise<void>;
}

/**
 * Opens the data, listens, and starts the jobs.
 * @param prepare runs before anyone can connect
 * @throws AppError UNAVAILABLE with one sentence when the data or the port cannot be had
 */
export async function start(config: Config, prepare?: (app: AppContext) => Promise<void>): Promise<Running> {
  const app = createContext(config, 'server');
  try {
    await prepare?.(app);
    const server = await startServer(app);
    const stopJobs = startJobs(allJobs(app), app.log);
    return {
      app,
      greeting: greet(app, addressOf(config, server.port)),
      async stop() {
        stopJobs();
        await server.close();
        app.close();
      },
    };
  } catch (error) {
    app.close();
    throw inOneSentence(error, config);
  }
}

/** The token stands in the fragment, which browsers do not send and servers do not log. */
function greet(app: AppContext, address: string): string {
  const token = issueSetupToken(app);
  const link = token === null ? '' : `; become its admin at ${address}/setup#${token}`;
  return `Venture CRM is at ${address}${link}`;
}

function inOneSentence(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new AppError(
      'UNAVAILABLE',
      `Port ${port} is taken by another program; set CRM_PORT to a free one.`,
    );
  }
  if (code === 'EACCES') return new AppError('UNAVAILABLE', `This user may not listen on port ${port}.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new AppError('UNAVAILABLE', `CRM_HOST: ${host} is not an address of this machine.`);
  }
  return error;
}
