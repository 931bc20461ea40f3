import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstLine, runProgram, spawnProgram } from './testing/process.ts';

// Each start is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
let env: Record<string, string>;
const children: ChildProcess[] = [];
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'crm-main-'));
  env = { CRM_DATA_DIR: path.join(dir, 'data'), CRM_PORT: '0' };
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dir, { recursive: true });
});

async function start(args: string[] = []): Promise<{ child: ChildProcess; line: string }> {
  const child = spawnProgram('main.ts', args, env);
  children.push(child);
  return { child, line: await firstLine(child) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  child.kill(signal);
  const ended: unknown[] = await once(child, 'exit');
  return ended[0];
}

const GREETING = /^Venture CRM is at (http:\/\/localhost:\d+); become its admin at \1\/setup#([\w-]{43})$/;

describe('the server process', () => {
  it('prints one line with the address and the one-time link, a new one at every start before set-up', async () => {
    const first = await start();
    const [, url = '', token = ''] = GREETING.exec(first.line) ?? [];
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await stop(first.child, 'SIGTERM')).toBe(0);
    const second = await start();
    const [, , next = ''] = GREETING.exec(second.line) ?? [];
    expect(next).not.toBe('');
    expect(next).not.toBe(token);
    expect(await stop(second.child, 'SIGINT')).toBe(0);
  });

  it('keeps its files from other users', async () => {
    const { child } = await start();
    expect(statSync(path.join(dir, 'data')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dir, 'data', 'crm.sqlite')).mode & 0o777).toBe(0o600);
    await stop(child, 'SIGTERM');
  });

  it('F11: leaves the data to the server that has it, with one sentence', async () => {
    const { child } = await start();
    const second = await runProgram('main.ts', [], env);
    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: `Another Venture CRM server is already using ${env['CRM_DATA_DIR']}.\n`,
    });
    await stop(child, 'SIGKILL');
    const third = await start();
    expect(third.line).toMatch(GREETING);
  });

  it('says in one line what is wrong with its settings', async () => {
    const bad = await runProgram('main.ts', [], { ...env, CRM_PORT: 'eighty' });
    expect(bad).toEqual({ code: 1, stdout: '', stderr: 'CRM_PORT: must be a port number\n' });
  });

  it('says that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const { code, stderr } = await runProgram('main.ts', [], { ...env, CRM_PORT: port });
    other.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} is taken by another program; set CRM_PORT to a free one.\n`,
    });
  });
});
