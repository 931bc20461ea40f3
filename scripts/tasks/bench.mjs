/** `bench`: the figures, measured on the built application; with `--json` stdout is the JSON alone. */
import { installBench } from '../lib/install.mjs';
import { foreground } from '../lib/process.mjs';
import { built } from './prepare.mjs';

/** @param {string[]} args */
export async function bench(args) {
  const env = await built();
  await installBench(env);
  return foreground('node', ['bench/run.ts', ...args], { env });
}
