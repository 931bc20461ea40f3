/** `format`: rewrites every file the way the format check wants it. */
import { foreground } from '../lib/process.mjs';
import { installed } from './prepare.mjs';

/** @param {string[]} args paths; everything when there are none */
export async function format(args) {
  const paths = args.length > 0 ? args : ['.'];
  return foreground('pnpm', ['exec', 'prettier', '--write', '--log-level=warn', ...paths], {
    env: await installed(),
  });
}
