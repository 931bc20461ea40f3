import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { fromRoot, workspaces } from './scripts/lib/paths.mjs';

/** One project for every package that has sources, and one for the scripts. */
const projects = [
  ...workspaces()
    .filter((folder) => existsSync(fromRoot(folder, 'src')))
    .map((folder) => ({ name: folder, root: folder, include: ['src/**/*.test.{ts,tsx}'] })),
  { name: 'scripts', root: 'scripts', include: ['**/*.test.mjs'] },
];

export default defineConfig({
  test: {
    // The native SQLite module is loaded per process, and a worker thread would share its crash.
    pool: 'forks',
    // Two, so that a small machine keeps its memory and its timings.
    maxWorkers: 2,
    // Real databases and servers on a machine that may be busy; no test asserts how long it took.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: projects.map(({ root, ...test }) => ({ extends: true, root: fromRoot(root), test })),
  },
});
