/** Reading JSON files whose shape this repository or a pinned tool defines. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @template T
 * @param {string} file
 * @returns {T | undefined} nothing when there is no such file
 */
export function readJson(file) {
  return existsSync(file) ? /** @type {T} */ (JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
