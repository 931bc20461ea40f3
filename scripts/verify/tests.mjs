/** The two checks that run tests: both write a JSON report from which the closing line counts. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readJson } from '../lib/json.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Failure, quiet } from '../lib/process.mjs';

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Tally} tally
 */
export async function unitTests(env, tally) {
  const report = freshReport('unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    await quiet('pnpm', ['exec', 'vitest', 'run', ...reporters], { env });
  } finally {
    /** @type {{ numPassedTests: number, numFailedTests: number } | undefined} */
    const counts = readJson(report);
    tally.passed += counts?.numPassedTests ?? 0;
    tally.failed += counts?.numFailedTests ?? 0;
  }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Tally} tally
 */
export async function e2eTests(env, tally) {
  const report = freshReport('e2e.json');
  const args = ['--filter', '@crm/e2e', '--fail-if-no-match', 'run', 'test', '--reporter=line,json'];
  try {
    await quiet('pnpm', args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
    // pnpm is content with a package that has no `test` script.
    if (!existsSync(report)) throw new Failure('the browser tests left no report: did they run?');
  } finally {
    /** @type {{ stats: { expected: number, flaky: number, unexpected: number } } | undefined} */
    const counts = readJson(report);
    // A flaky test passed on a second try.
    tally.passed += (counts?.stats.expected ?? 0) + (counts?.stats.flaky ?? 0);
    tally.failed += counts?.stats.unexpected ?? 0;
  }
}

/**
 * Where a report will be; an old one is removed, so that a run that dies early counts nothing.
 * @param {string} name
 */
function freshReport(name) {
  mkdirSync(fromRoot('test-results'), { recursive: true });
  const file = fromRoot('test-results', name);
  rmSync(file, { force: true });
  return file;
}
