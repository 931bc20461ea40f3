import { ClientId, ColumnId, InvestorId, newId, random128 } from '@crm/shared';
import Sqlite from 'better-sqlite3';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { firstLine } from '../testing/process.ts';

// A traced process is slow.
vi.setConfig({ testTimeout: 120_000 });

const CANARY = 'Canary Capital 7d1f';
const TRACER = 'strace';
const TRACE = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';
const canTrace = spawnSync(TRACER, ['-o', '/dev/null', 'true']).status === 0;

let dir: string;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'crm-trace-'))));
afterEach(() => {
  endServer('SIGKILL');
  rmSync(dir, { recursive: true });
});

/** The tracer lets no signal in; each line of its log begins with the number of the process that made the call. */
function endServer(signal: NodeJS.Signals): void {
  const log = path.join(dir, 'trace');
  const pid = existsSync(log) ? Number.parseInt(readFileSync(log, 'latin1'), 10) : Number.NaN;
  try {
    if (pid > 0) process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** One edit against a traced server, with someone listening. Returns the trace, one call to a line. */
async function traceOneEdit(): Promise<string[]> {
  const log = path.join(dir, 'trace');
  const main = path.join(import.meta.dirname, '..', 'main.ts');
  const env = { PATH: '/usr/bin:/bin', CRM_DATA_DIR: path.join(dir, 'data'), CRM_PORT: '0' };
  const child = spawn(TRACER, ['-f', '-y', '-s', '5000', '-e', TRACE, '-o', log, process.execPath, main], {
    env,
  });
  const [, url = '', token = ''] = /(http:\/\/\S+); .*setup#(\S+)$/.exec(await firstLine(child)) ?? [];
  const browser = createBrowser({
    url: url.replace('localhost', '127.0.0.1'),
    port: Number(new URL(url).port),
  });
  const workspace = { workspaceName: 'W', timeZone: 'UTC', currency: 'USD' };
  const person = { name: 'Ada', email: 'ada@fund.example', password: 'correct horse battery 1' };
  await browser.post('auth.setup', { token, ...workspace, ...person });
  const { epoch, head, col } = readSheet();
  const listener = await browser.socket();
  const input = { protocol: 1, epoch, clientId: random128(ClientId), since: head };
  const heard = new Promise<void>((resolve) => {
    listener.on('message', (data: Buffer) => data.includes(CANARY) && resolve());
  });
  listener.send(
    JSON.stringify({ id: 1, method: 'subscription', params: { path: 'fundraising.stream', input } }),
  );
  await once(listener, 'message');
  const op = { t: 'row.add', row: newId(InvestorId), position: 'a0', values: { [col]: CANARY } };
  const muts = [{ mid: 1, ops: [op] }];
  const pushed = await browser.post('fundraising.push', {
    protocol: 1,
    epoch,
    clientId: random128(ClientId),
    muts,
  });
  expect(pushed.data).toMatchObject({ results: [{ status: 'applied' }] });
  await heard;
  listener.terminate();
  endServer('SIGTERM');
  await once(child, 'exit');
  return readFileSync(log, 'latin1').split('\n');
}

function readSheet(): { epoch: string; head: number; col: ColumnId } {
  const sqlite = new Sqlite(path.join(dir, 'data', 'crm.sqlite'), { readonly: true });
  const one = (sql: string) => sqlite.prepare(sql).pluck().get();
  const sheet = {
    epoch: String(one('SELECT epoch FROM workspace')),
    head: Number(one('SELECT head_seq FROM workspace')),
    col: ColumnId.parse(one(`SELECT id FROM "column" WHERE key = 'name'`)),
  };
  sqlite.close();
  return sheet;
}

describe.skipIf(!canTrace)('I13, F2: no ack and no broadcast before the commit is on disk', () => {
  it('as the kernel sees it', async () => {
    const trace = await traceOneEdit();
    const last = (pattern: RegExp, before: number) =>
      trace.slice(0, before).findLastIndex((line) => pattern.test(line));
    const sends = /(write|writev|sendto|sendmsg)\(\d+<(TCP|socket)/;
    const ack = trace.findIndex((line) => sends.test(line) && line.includes('\\"status\\":\\"applied\\"'));
    const broadcast = trace.findIndex((line) => sends.test(line) && line.includes(CANARY));
    expect(ack).toBeGreaterThan(0);
    expect(broadcast).toBeGreaterThan(0);
    for (const told of [ack, broadcast]) {
      const written = last(/pwrite64\(\d+<[^>]*crm\.sqlite-wal>/, told);
      const synced = last(/f(data)?sync\(\d+<[^>]*crm\.sqlite-wal>/, told);
      const edit = trace.findIndex((line) => line.includes('pwrite64') && line.includes(CANARY));
      expect(edit).toBeGreaterThan(0);
      expect(written).toBeGreaterThanOrEqual(edit);
      expect(synced).toBeGreaterThan(written);
    }
  });
});
