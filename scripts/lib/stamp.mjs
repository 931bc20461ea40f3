/** Skips a step whose inputs have not changed: a hash of them is kept where a clean checkout has none. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

/** @param {string[]} files relative to the root; a missing one counts as such */
function hash(files) {
  const sum = createHash('sha256');
  for (const file of files) {
    sum.update(`${file}\0`);
    if (existsSync(fromRoot(file))) sum.update(readFileSync(fromRoot(file)));
    sum.update('\0');
  }
  return sum.digest('hex');
}

/**
 * Does the work unless the inputs are those of the last success and its results still stand.
 * @param {object} job
 * @param {string} job.stamp the stamp's file, relative to the root
 * @param {string[]} job.inputs
 * @param {string[]} [job.outputs]
 * @param {() => Promise<unknown>} job.work
 */
export async function unlessFresh({ stamp, inputs, outputs = [], work }) {
  const file = fromRoot(stamp);
  const now = hash(inputs);
  const complete = outputs.every((output) => existsSync(fromRoot(output)));
  if (complete && existsSync(file) && readFileSync(file, 'utf8') === now) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, now);
}
