/** What tasks share: the toolchain, the packages and the build, in the environment the task then uses. */
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { toolchain } from '../lib/toolchain.mjs';

/** @returns {Promise<NodeJS.ProcessEnv>} an environment in which the packages are there */
export async function installed() {
  const env = await toolchain();
  await install(env);
  return env;
}

/** @returns {Promise<NodeJS.ProcessEnv>} an environment in which the built application is there */
export async function built() {
  const env = await installed();
  await build(env);
  return env;
}
