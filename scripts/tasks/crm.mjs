/** `crm`: the command line. Its stdout is the CLI's alone, so that it can be piped. */
import { SERVER_CLI } from '../lib/build.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { foreground } from '../lib/process.mjs';
import { built } from './prepare.mjs';

/** @param {string[]} args */
export async function crm(args) {
  const env = await built();
  // npm moves to the repository's folder; a relative file name means one in the caller's.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return foreground('node', [fromRoot(SERVER_CLI), ...args], { env, cwd });
}
