/**
 * `verify`: every check the house has, in order, stopping at the first failure.
 * `test`: the same, and fetches a browser where the machine has none.
 * Names of checks as arguments run only those: `npm run verify -- lint unit`.
 */
import { withChromium } from '../lib/chromium.mjs';
import { Failure, showFailure } from '../lib/process.mjs';
import { step } from '../lib/say.mjs';
import { CHECKS } from '../verify/checks.mjs';
import { installed } from './prepare.mjs';

/** @param {string[]} names */
export function verify(names) {
  return run(names, { mayInstall: false });
}

/** @param {string[]} names */
export function test(names) {
  return run(names, { mayInstall: true });
}

/**
 * @param {string[]} names
 * @param {{ mayInstall: boolean }} browser
 */
async function run(names, browser) {
  const wanted = select(names);
  const tally = { passed: 0, failed: 0 };
  let code = 0;
  try {
    let env = await installed();
    // The browser is looked for first: a machine without one should say so before minutes of checks.
    if (wanted.some((check) => check.browser)) env = await withChromium(env, browser);
    for (const check of wanted) await step(check.name, () => check.run(env, tally));
  } catch (error) {
    code = showFailure(error);
    // A check that counts no tests has itself failed.
    tally.failed = Math.max(1, tally.failed);
  }
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
  return code;
}

/** @param {string[]} names */
function select(names) {
  const known = CHECKS.map((check) => check.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Failure(`no check is called ${unknown}; there are ${known.join(', ')}`, { code: 2 });
  return CHECKS.filter((check) => names.length === 0 || names.includes(check.name));
}
