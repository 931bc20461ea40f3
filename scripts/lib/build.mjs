/** The built application: what `npm start` runs and what the browser tests test. */
import { sourceFiles } from './paths.mjs';
import { quiet } from './process.mjs';
import { step } from './say.mjs';
import { unlessFresh } from './stamp.mjs';
import { neutral } from './toolchain.mjs';

export const SERVER_MAIN = 'apps/server/dist/main.js';
export const SERVER_CLI = 'apps/server/dist/cli.js';

/**
 * Builds the web app and the server; skipped while no source of theirs has changed.
 * @param {NodeJS.ProcessEnv} env
 */
export async function build(env) {
  const sources = sourceFiles('apps', 'packages', 'drizzle').filter((file) => !/\.test\.tsx?$/.test(file));
  await unlessFresh({
    stamp: 'node_modules/.venture-crm/build.stamp',
    inputs: [...sources, 'tsconfig.base.json', 'pnpm-lock.yaml'],
    outputs: ['apps/web/dist/index.html', SERVER_MAIN],
    work: () => step('application built', () => buildAll(neutral(env))),
  });
}

/** @param {NodeJS.ProcessEnv} env */
async function buildAll(env) {
  for (const name of ['@crm/web', '@crm/server']) {
    await quiet('pnpm', ['--filter', name, '--fail-if-no-match', 'run', 'build'], { env });
  }
}
