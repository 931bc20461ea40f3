import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from './lock.ts';

let dir: string;
let child: ChildProcess | null = null;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'crm-lock-'))));
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dir, { recursive: true });
});

/** Another process that takes the lock and keeps it. */
async function holder(): Promise<ChildProcess> {
  const code = `
    import { lockDataFolder } from ${JSON.stringify(path.join(import.meta.dirname, 'lock.ts'))};
    globalThis.lock = lockDataFolder(${JSON.stringify(dir)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

describe('F11: the lock on the data folder', () => {
  it('is held by one process, and refused with one sentence', async () => {
    await holder();
    expect(() => lockDataFolder(dir, 0)).toThrow(`Another Venture CRM server is already using ${dir}.`);
  });

  it('goes with a process that is killed', async () => {
    const other = await holder();
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(() => lockDataFolder(dir, 0).release()).not.toThrow();
  });

  it('is free again after its release', () => {
    lockDataFolder(dir, 0).release();
    expect(() => lockDataFolder(dir, 0).release()).not.toThrow();
  });
});
