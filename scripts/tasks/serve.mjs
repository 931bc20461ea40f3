/** `start`: the application on its own data. `demo`: the same on invented data that is gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SERVER_MAIN } from '../lib/build.mjs';
import { foreground } from '../lib/process.mjs';
import { built } from './prepare.mjs';

/** @param {string[]} args */
export async function start(args) {
  return foreground('node', [SERVER_MAIN, ...args], { env: await built() });
}

/** @param {string[]} args */
export async function demo(args) {
  const env = await built();
  const data = mkdtempSync(path.join(tmpdir(), 'venture-crm-demo-'));
  try {
    return await foreground('node', [SERVER_MAIN, '--demo', ...args], {
      env: { ...env, CRM_DATA_DIR: data },
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
