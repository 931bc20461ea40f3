/** Node and pnpm in the versions the house needs, whatever Node the machine has. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readJson } from './json.mjs';
import { fromRoot } from './paths.mjs';
import { Failure, quiet } from './process.mjs';
import { step } from './say.mjs';

const NODE_MAJOR = 24;
const PNPM_MAJOR = 12;
const PLATFORM = `${process.platform}-${process.arch}`;
const NODE_PACKAGE = `node-${PLATFORM}`;
const PNPM_PACKAGE = `@pnpm/exe.${PLATFORM}`;
const BINARIES = [`${NODE_PACKAGE}/bin/node`, `${PNPM_PACKAGE}/pnpm`].map(installedAt);

/** @param {string} file */
function installedAt(file) {
  return fromRoot('tools/node_modules', file);
}

/**
 * The environment in which every later step runs: the right `node` and `pnpm` are first on PATH.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function toolchain() {
  if (machineHasBoth()) return withPath(path.dirname(process.execPath));
  const wanted = pinned();
  if (!wanted[NODE_PACKAGE]) {
    const missing =
      major(process.versions.node) >= NODE_MAJOR
        ? `pnpm ${PNPM_MAJOR}`
        : `Node ${NODE_MAJOR} and pnpm ${PNPM_MAJOR}`;
    throw new Failure(`no toolchain is packaged for ${PLATFORM}: install ${missing}, then run this again`);
  }
  if (![NODE_PACKAGE, PNPM_PACKAGE].every((name) => isInstalled(name, wanted[name]))) {
    await step('toolchain installed', installTools);
  }
  return withPath(...BINARIES.map((binary) => path.dirname(binary)));
}

/** The packages of the toolchain by name, each with its one version. */
function pinned() {
  /** @type {{ optionalDependencies: Record<string, string> } | undefined} */
  const manifest = readJson(fromRoot('tools/package.json'));
  return manifest?.optionalDependencies ?? {};
}

function machineHasBoth() {
  if (major(process.versions.node) < NODE_MAJOR) return false;
  const pnpm = spawnSync('pnpm', ['--version'], { cwd: fromRoot(), encoding: 'utf8' });
  return pnpm.status === 0 && major(pnpm.stdout) >= PNPM_MAJOR;
}

/** @param {string} version */
function major(version) {
  return Number.parseInt(version, 10);
}

/**
 * @param {string} name
 * @param {string | undefined} version
 */
function isInstalled(name, version) {
  /** @type {{ version: string } | undefined} */
  const manifest = readJson(installedAt(`${name}/package.json`));
  return manifest?.version === version;
}

async function installTools() {
  // Asked for by name: an environment that leaves optional packages out would leave out the toolchain.
  const args = ['ci', '--ignore-scripts', '--include=optional'];
  const output = await quiet('npm', args, { cwd: fromRoot('tools') });
  // npm passes over an optional package that it cannot fetch, so success is read from the binaries.
  for (const binary of BINARIES) {
    const answer = spawnSync(binary, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0) continue;
    const reason = answer.error?.message ?? answer.stderr;
    throw new Failure(`the toolchain could not be fetched, or does not run here: ${binary}`, {
      output: `${output}\n${reason}`,
    });
  }
}

/** @param {string[]} folders */
function withPath(...folders) {
  return { ...process.env, PATH: [...folders, process.env['PATH'] ?? ''].join(path.delimiter) };
}

/**
 * The same environment for set-up steps, without the caller's NODE_ENV: `production` would leave out
 * the packages that build and test, and anything else would change what is built.
 * @param {NodeJS.ProcessEnv} env
 */
export function neutral(env) {
  return { ...env, NODE_ENV: undefined };
}
