/** `dev`: server and web app from their sources, each reloading on change. */
import { foreground } from '../lib/process.mjs';
import { installed } from './prepare.mjs';

/** @param {string[]} args */
export async function dev(args) {
  const apps = ['--filter', '@crm/server', '--filter', '@crm/web'];
  return foreground('pnpm', [...apps, '--parallel', 'run', 'dev', ...args], { env: await installed() });
}
