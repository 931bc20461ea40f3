/** What a person sees of the set-up: one line per step, on stderr, so that stdout stays the task's own. */

/** @param {string} text */
export function line(text) {
  process.stderr.write(`venture-crm: ${text}\n`);
}

/** @param {number} since a `performance.now()` value */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs one step and reports how long it took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const since = performance.now();
  const result = await work();
  line(`${name} (${seconds(since)})`);
  return result;
}
