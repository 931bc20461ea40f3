/** Reads a source file as the rules see it: its place in the house, its imports, its code without comments. */
import path from 'node:path';
import { parseSync } from 'vite';

/**
 * @typedef {object} Import
 * @property {string} from the specifier as written
 * @property {string} target a path from the root for a relative specifier, else the specifier
 * @property {boolean} relative
 * @property {boolean} typeOnly
 * @property {number} line
 *
 * @typedef {object} Source
 * @property {string} file path from the root
 * @property {string} home the workspace it lives in: `apps/web`, `packages/grid`, `e2e`
 * @property {string} inner path inside that workspace
 * @property {boolean} isTest
 * @property {Import[]} imports
 * @property {string} code the text with comments blanked out
 * @property {number} lines
 */

/**
 * @param {string} file path from the root, with `/`
 * @param {string} text
 * @returns {Source}
 */
export function readSource(file, text) {
  const { module, comments } = parseSync(file, text);
  const [first = '', second = ''] = file.split('/');
  const home = first === 'apps' || first === 'packages' ? `${first}/${second}` : first;
  /** @param {number} offset */
  const lineOf = (offset) => text.slice(0, offset).split('\n').length;
  /**
   * @param {string} from
   * @param {number} offset
   * @param {boolean} typeOnly
   * @returns {Import}
   */
  const imported = (from, offset, typeOnly) => {
    const relative = from.startsWith('.');
    const target = relative ? path.posix.join(path.posix.dirname(file), from) : from;
    return { from, target, relative, typeOnly, line: lineOf(offset) };
  };
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries, start }) =>
      imported(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType)),
    ),
    ...module.staticExports.flatMap(({ entries, start }) =>
      entries.flatMap((entry) =>
        entry.moduleRequest ? [imported(entry.moduleRequest.value, start, entry.isType)] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest, start }) =>
      imported(
        text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
        start,
        false,
      ),
    ),
  ];
  return {
    file,
    home,
    inner: file.slice(home.length + 1),
    isTest: /\.(test|spec)\.[cm]?tsx?$/.test(file),
    imports,
    code: blank(text, comments),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  };
}

/**
 * Blanks the comments and keeps every offset and line.
 * @param {string} text
 * @param {{ start: number, end: number }[]} comments
 */
function blank(text, comments) {
  return comments.reduce(
    (code, { start, end }) =>
      code.slice(0, start) + code.slice(start, end).replaceAll(/\S/g, ' ') + code.slice(end),
    text,
  );
}
