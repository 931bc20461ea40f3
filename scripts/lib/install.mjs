/** The packages, exactly as the lockfiles name them. */
import { existsSync } from 'node:fs';
import { fromRoot, workspaces } from './paths.mjs';
import { Failure, quiet } from './process.mjs';
import { step } from './say.mjs';
import { unlessFresh } from './stamp.mjs';
import { neutral } from './toolchain.mjs';

/**
 * The workspace's packages; skipped while no list of packages has changed.
 * @param {NodeJS.ProcessEnv} env
 */
export async function install(env) {
  const lists = ['package.json', ...workspaces().map((folder) => `${folder}/package.json`)];
  await unlessFresh({
    stamp: 'node_modules/.venture-crm/install.stamp',
    inputs: [...lists, 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'],
    outputs: ['node_modules/.pnpm'],
    work: () => step('packages installed', () => frozen(env)),
  });
}

/**
 * The bench's own packages: the peers it measures against stay out of the product's lockfile.
 * @param {NodeJS.ProcessEnv} env
 */
export async function installBench(env) {
  if (!existsSync(fromRoot('bench/package.json')))
    throw new Failure('there is no bench/package.json to install from');
  await unlessFresh({
    stamp: 'bench/node_modules/.venture-crm/install.stamp',
    inputs: ['bench/package.json', 'bench/pnpm-lock.yaml', 'bench/pnpm-workspace.yaml'],
    outputs: ['bench/node_modules/.pnpm'],
    work: () => step('bench packages installed', () => frozen(env, 'bench')),
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [folder]
 */
function frozen(env, folder = '.') {
  // CI=true keeps pnpm from asking before it replaces a node_modules that it did not lay out.
  return quiet('pnpm', ['install', '--frozen-lockfile'], {
    cwd: fromRoot(folder),
    env: { ...neutral(env), CI: 'true' },
  });
}
