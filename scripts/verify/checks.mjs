/** The checks of `verify`, cheapest first. */
import { existsSync } from 'node:fs';
import { build } from '../lib/build.mjs';
import { fromRoot, workspaces } from '../lib/paths.mjs';
import { Failure, quiet } from '../lib/process.mjs';
import { line } from '../lib/say.mjs';
import { e2eTests, unitTests } from './tests.mjs';

/**
 * @typedef {import('./tests.mjs').Tally} Tally
 * @typedef {object} Check
 * @property {string} name
 * @property {(env: NodeJS.ProcessEnv, tally: Tally) => Promise<unknown>} run
 * @property {boolean} [browser] whether it needs a Chromium
 */

/** @type {Check[]} */
export const CHECKS = [
  { name: 'format', run: (env) => exec(env, 'prettier', ['--check', '.']) },
  { name: 'lint', run: lint },
  { name: 'types', run: types },
  { name: 'boundaries', run: boundaries },
  { name: 'unused', run: (env) => exec(env, 'knip', ['--no-config-hints', '--no-progress']) },
  { name: 'unit', run: unitTests },
  { name: 'build', run: build },
  { name: 'e2e', run: e2eTests, browser: true },
];

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} command
 * @param {string[]} args
 */
function exec(env, command, args) {
  return quiet('pnpm', ['exec', command, ...args], { env });
}

/**
 * Type-aware linting of a built bundle takes all of a machine's memory, so only source folders are
 * named, and both runtimes (the linter's in Go, its launcher in Node) get a limit.
 * @param {NodeJS.ProcessEnv} env
 */
function lint(env) {
  const sources = workspaces().map((folder) => `${folder}/src`);
  const folders = [...sources, 'e2e', 'bench', 'scripts'].filter((folder) => existsSync(fromRoot(folder)));
  const limits = { NODE_OPTIONS: '--max-old-space-size=2048', GOMEMLIMIT: '3GiB' };
  return exec({ ...env, ...limits }, 'oxlint', ['--type-aware', '--deny-warnings', ...folders]);
}

/**
 * Compiles every workspace, two at a time, and shows the errors of all of them.
 * @param {NodeJS.ProcessEnv} env
 */
async function types(env) {
  const projects = [...workspaces(), 'scripts'].filter((folder) =>
    existsSync(fromRoot(folder, 'tsconfig.json')),
  );
  /** @type {Failure[]} */
  const failures = [];
  const compileNext = async () => {
    for (let project = projects.shift(); project; project = projects.shift()) {
      await exec(env, 'tsc', ['--noEmit', '-p', project]).catch((/** @type {Failure} */ failure) =>
        failures.push(failure),
      );
    }
  };
  await Promise.all([compileNext(), compileNext()]);
  if (failures.length > 0) {
    throw new Failure('the types do not fit', {
      output: failures.map((failure) => failure.output).join('\n'),
    });
  }
}

/**
 * The dependency rules; what they say of the file sizes is worth a line.
 * @param {NodeJS.ProcessEnv} env
 */
async function boundaries(env) {
  const facts = await quiet('node', ['scripts/check-boundaries.mjs'], { env });
  line(facts.trim());
}
