import { PushOutput } from '@crm/shared';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../testing/create-test-app.ts';
import { readOpsSince } from './log.store.ts';

const WRITER = path.join(import.meta.dirname, '../../testing/writer.ts');

describe('F1 I4 a server that is killed', () => {
  it('has every edit that it had acknowledged', { timeout: 60_000 }, async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'crm-kill-'));
    try {
      for (let round = 0; round < 3; round++) {
        const acknowledged = await writeUntilKilled(dataDir, 60 + round * 45);
        expect(acknowledged.length).toBeGreaterThan(0);
        const app = createTestApp({ config: { dataDir } });
        const log = readOpsSince(app.db.reader, app.workspaceId, 0, 1_000_000);
        app.close();
        const kept = new Set(log.map((op) => `${op.clientId}:${op.mid}:${op.seq}`));
        expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
        expect(log.map((op) => op.seq)).toEqual(log.map((_, index) => index + 1));
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
    expect(existsSync(dataDir)).toBe(false);
  });
});

/** Lets another process write, kills it after so many acknowledgements, and says which those were. */
async function writeUntilKilled(dataDir: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    const { clientId, ...output } = JSON.parse(line);
    for (const result of PushOutput.parse(output).results)
      if (result.status === 'applied') acknowledged.push(`${String(clientId)}:${result.mid}:${result.seq}`);
    if (acknowledged.length >= after) child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}
