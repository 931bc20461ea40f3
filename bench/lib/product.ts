import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './http.ts';

const MAIN = resolve(import.meta.dirname, '../../apps/server/dist/main.js');

/** A running, built server on a data folder of its own. */
export interface Product {
  readonly origin: string;
  readonly pid: number;
  /** `name=value` of the first admin's session. */
  readonly cookie: string;
  call(procedure: string, input: unknown, cookie?: string): Promise<unknown>;
  query(procedure: string, input?: unknown): Promise<unknown>;
  /** The lines of the sheet's snapshot, parsed. */
  snapshot(): Promise<unknown[]>;
  /** Stops the server; `keep` leaves its data folder, so that `startProduct` can open it again. */
  stop(keep?: boolean): Promise<void>;
  readonly dataDir: string;
}

function setupLink(child: ChildProcess): Promise<string | null> {
  return new Promise((resolvePromise, reject) => {
    if (child.stdout === null) return reject(new Error('The server has no output.'));
    child.once('exit', (code) =>
      reject(new Error(`The server stopped with ${String(code)} before it was ready.`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      const token = /setup#([\w-]+)/.exec(line)?.[1];
      if (token !== undefined) resolvePromise(token);
      else if (line.includes('http://')) setTimeout(() => resolvePromise(null), 300);
    });
  });
}

async function post(origin: string, procedure: string, input: unknown, cookie: string): Promise<Response> {
  const response = await fetch(`${origin}/trpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${procedure}: ${response.status} ${await response.text()}`);
  return response;
}

function dataOf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('result' in body)) throw new Error('Not a tRPC answer.');
  const result = body.result;
  return typeof result === 'object' && result !== null && 'data' in result ? result.data : undefined;
}

const SETUP = {
  workspaceName: 'Bench Fund',
  timeZone: 'UTC',
  currency: 'USD',
  name: 'Bench Admin',
  email: 'bench@example.com',
  password: 'granite-otter-lantern-42',
};

/** Starts the built server; the first start on a folder registers the admin, later ones log in. */
export async function startProduct(folder?: string): Promise<Product> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'crm-bench-')));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, CRM_HOST: '127.0.0.1', CRM_PORT: String(port), CRM_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const token = await setupLink(child);
  const entered =
    token === null
      ? await post(origin, 'auth.login', { email: SETUP.email, password: SETUP.password }, '')
      : await post(origin, 'auth.setup', { token, ...SETUP }, '');
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    origin,
    cookie,
    dataDir,
    pid: child.pid ?? 0,
    async call(procedure, input, as = cookie) {
      return dataOf(await (await post(origin, procedure, input, as)).json());
    },
    async query(procedure, input) {
      const suffix = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      const response = await fetch(`${origin}/trpc/${procedure}${suffix}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${procedure}: ${response.status} ${await response.text()}`);
      return dataOf(await response.json());
    },
    async snapshot() {
      const response = await fetch(`${origin}/sheet/snapshot`, { headers: { cookie } });
      if (!response.ok) throw new Error(`snapshot: ${response.status} ${await response.text()}`);
      const lines = (await response.text()).split('\n').filter((line) => line !== '');
      return lines.map((line): unknown => JSON.parse(line));
    },
    async stop(keep = false) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      if (!keep) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Resident memory of a process in MB (Linux). */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** CPU seconds that a process has used so far (Linux, 100 ticks a second). */
export async function cpuSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
