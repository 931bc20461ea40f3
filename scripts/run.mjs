#!/usr/bin/env node
/**
 * The one entry behind every `npm run` task: `node scripts/run.mjs <task> [args]`.
 * It starts on the machine's own Node (20 or newer) without any dependency; each task
 * brings what it needs (toolchain, packages, build) and skips what is already there.
 */
import { Failure, showFailure } from './lib/process.mjs';

/** Task name → the module that runs it; loaded on demand so that `npm start` reads no test code. */
const TASKS = {
  start: () => import('./tasks/serve.mjs').then((task) => task.start),
  demo: () => import('./tasks/serve.mjs').then((task) => task.demo),
  crm: () => import('./tasks/crm.mjs').then((task) => task.crm),
  dev: () => import('./tasks/dev.mjs').then((task) => task.dev),
  format: () => import('./tasks/format.mjs').then((task) => task.format),
  verify: () => import('./tasks/verify.mjs').then((task) => task.verify),
  test: () => import('./tasks/verify.mjs').then((task) => task.test),
  bench: () => import('./tasks/bench.mjs').then((task) => task.bench),
  screenshots: () => import('./tasks/screenshots.mjs').then((task) => task.screenshots),
};

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(name, args) {
  const load = Object.entries(TASKS).find(([task]) => task === name)?.[1];
  if (!load)
    throw new Failure(`usage: node scripts/run.mjs <${Object.keys(TASKS).join('|')}> [args]`, { code: 2 });
  const run = await load();
  return run(args);
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  process.exitCode = showFailure(error);
}
