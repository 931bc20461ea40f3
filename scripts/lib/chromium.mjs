/** Finds a Chromium that runs, for the browser tests and the screenshots. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Failure, quiet } from './process.mjs';
import { step } from './say.mjs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CACHED_AT = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The environment with CHROMIUM_PATH set.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ mayInstall?: boolean }} [options] whether a missing browser may be fetched from the system's packages
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function withChromium(env, { mayInstall = false } = {}) {
  const named = env['CHROMIUM_PATH'];
  if (named && !runs(named)) throw new Failure(`CHROMIUM_PATH names ${named}, which does not run`);
  let found = named ?? find(env);
  if (!found && mayInstall && isRootOnDebian()) {
    await step('Chromium installed', () => aptInstall(env));
    found = find(env);
  }
  if (!found)
    throw new Failure('the browser tests need Chromium: install it, or set CHROMIUM_PATH to its binary');
  return { ...env, CHROMIUM_PATH: found };
}

/** @param {NodeJS.ProcessEnv} env */
function find(env) {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const system = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...system, ...playwrightCache(env)].find(runs);
}

/**
 * Browsers that Playwright fetched, newest first.
 * @param {NodeJS.ProcessEnv} env
 */
function playwrightCache(env) {
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const cache = env['PLAYWRIGHT_BROWSERS_PATH'] ?? path.join(homedir(), usual, 'ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return builds.flatMap((name) => CACHED_AT.map((binary) => path.join(cache, name, binary)));
}

/**
 * Existing is not enough: some systems ship a stub under the name that only says how to install the browser.
 * @param {string} binary
 */
function runs(binary) {
  return existsSync(binary) && spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** @param {NodeJS.ProcessEnv} env */
async function aptInstall(env) {
  const unattended = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  await quiet('apt-get', ['update'], { env: unattended });
  await quiet('apt-get', ['install', '-y', 'chromium'], { env: unattended });
}
