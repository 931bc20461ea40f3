/** Applies the rules to sources, and states how large the sources are. */
import { IMPORT_RULES, TEXT_RULES } from './rules.mjs';

/** A file beyond this has more than one subject. */
const MOST_LINES = 400;

/**
 * @param {import('./source.mjs').Source} source
 * @returns {{ rule: string, line: number, detail: string }[]}
 */
export function violations(source) {
  const imports = IMPORT_RULES.flatMap(({ name, forbids }) =>
    source.imports
      .filter((to) => forbids(source, to))
      .map((to) => ({ rule: name, line: to.line, detail: to.from })),
  );
  const texts = TEXT_RULES.filter((rule) => rule.applies(source)).flatMap(({ name, pattern }) =>
    [...source.code.matchAll(pattern)].map((match) => ({
      rule: name,
      line: source.code.slice(0, match.index).split('\n').length,
      detail: match[0].trim(),
    })),
  );
  const tooLong = !source.isTest && source.lines > MOST_LINES;
  const size = {
    rule: `no file over ${MOST_LINES} lines`,
    line: MOST_LINES,
    detail: `${source.lines} lines`,
  };
  return [...imports, ...texts, ...(tooLong ? [size] : [])];
}

/**
 * @param {import('./source.mjs').Source[]} sources
 * @returns {string}
 */
export function sizes(sources) {
  const lines = sources
    .filter((source) => !source.isTest)
    .map((source) => source.lines)
    .toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
  const tests = sources.length - lines.length;
  return `${lines.length} source files: median ${at(0.5)} lines, p90 ${at(0.9)}, longest ${lines.at(-1) ?? 0}; ${tests} test files`;
}
