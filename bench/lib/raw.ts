import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The running reference server. */
export interface RawServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Starts `raw/server.ts` on a folder of its own with `rows` rows in its table. */
export async function startRaw(rows: number): Promise<RawServer> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-bench-raw-'));
  const script = resolve(import.meta.dirname, '../raw/server.ts');
  const child = spawn(process.execPath, [script, folder, String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`The reference server stopped with ${String(code)}.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^port (\d+)$/.exec(line)?.[1];
      if (found !== undefined) done(found);
    });
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
