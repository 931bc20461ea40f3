import { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { createContext, type AppContext } from '../context.ts';
import type { Actor } from '../db/audit.ts';
import type { Log } from '../log.ts';

/** Who acts on the command line: whoever may read the data folder may do anything to it. */
export const OPERATOR: Actor = { kind: 'system', id: null };

/** Standard output is for the answer alone. */
const stderrLog: Log = {
  error: (what, error) => console.error(what, ...(error === undefined ? [] : [error])),
  info: (line) => console.error(line),
};

/** A verb with the option that every verb has. */
export function verb(name: string, description: string): Command {
  return new Command(name).description(description).option('--json', 'print one JSON value and nothing else');
}

/**
 * Runs `work` on the data folder, beside a running server if there is one: SQLite orders their transactions, and the server
 * notices within half a second.
 */
export async function withApp<T>(work: (app: AppContext, config: Config) => T | Promise<T>): Promise<T> {
  const config = readConfig();
  const app = createContext(config, 'command', { log: stderrLog });
  try {
    return await work(app, config);
  } finally {
    app.close();
  }
}

/** Prints the answer: as JSON for programs, else as `human` puts it. */
export function answer<T>(options: { json?: boolean }, value: T, human: (value: T) => string): void {
  console.log(options.json ? JSON.stringify(value) : human(value));
}
