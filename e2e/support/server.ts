import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../apps/server/dist/main.js');

/** The built server on a data folder of its own. */
export interface TestServer {
  readonly url: string;
  /** The one-time link that makes the first admin. */
  readonly setupLink: string;
  /** Stops it; the data stay for `restart`. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/** Starts the built server with an empty data folder (or the demo's) on a free port of this machine. */
export async function startServer(options: { demo?: boolean } = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'crm-e2e-'));
  const port = await freePort();
  let running = await launch({ port, dataDir, demo: options.demo ?? false });
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => running.stop(signal);
  return {
    url: `http://localhost:${port}`,
    setupLink: /http:\S+\/setup#\S+/.exec(running.output)?.[0] ?? '',
    stop,
    async restart() {
      running = await launch({ port, dataDir, demo: false });
    },
    async dispose() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(options: { port: number; dataDir: string; demo: boolean }) {
  const child = spawn(process.execPath, [MAIN, ...(options.demo ? ['--demo'] : [])], {
    env: { ...process.env, CRM_PORT: String(options.port), CRM_DATA_DIR: options.dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let output = '';
  const greeted = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/is at http:\S+.*\n/.test(output)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => reject(new Error(`The server ended before it listened:\n${output}`)));
  });
  await greeted;
  return {
    output,
    async stop(signal: NodeJS.Signals) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
