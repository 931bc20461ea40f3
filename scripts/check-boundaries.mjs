/** Holds the house's dependency rules: prints each violation with its place, or the facts when there is none. */
import { readFileSync } from 'node:fs';
import { sizes, violations } from './boundaries/check.mjs';
import { readSource } from './boundaries/source.mjs';
import { fromRoot, sourceFiles, workspaces } from './lib/paths.mjs';

const sources = sourceFiles(...workspaces())
  .filter((file) => /\.[cm]?tsx?$/.test(file))
  .map((file) => readSource(file, readFileSync(fromRoot(file), 'utf8')));

const found = sources.flatMap((source) =>
  violations(source).map(({ rule, line, detail }) => `${source.file}:${line}: ${rule} (${detail})`),
);
console.log([...found, sizes(sources)].join('\n'));
if (found.length > 0) process.exitCode = 1;
