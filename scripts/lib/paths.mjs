/** Where things are in the repository. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts */
export function fromRoot(...parts) {
  return path.join(ROOT, ...parts);
}

/** Folders that hold a package of the workspace, relative to the root, as pnpm-workspace.yaml lists them. */
export function workspaces() {
  const yaml = readFileSync(fromRoot('pnpm-workspace.yaml'), 'utf8');
  const list = /^packages:\n((?: +- .*\n)+)/m.exec(yaml)?.[1] ?? '';
  return list
    .split('\n')
    .map((entry) => entry.replace(/^ +- /, '').replaceAll(/['"]/g, '').trim())
    .filter(Boolean)
    .flatMap((pattern) => (pattern.endsWith('/*') ? children(pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(fromRoot(folder, 'package.json')));
}

/** @param {string} folder */
function children(folder) {
  if (!existsSync(fromRoot(folder))) return [];
  return readdirSync(fromRoot(folder))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report']);

/**
 * Every file under the folders, relative to the root, without build output and packages.
 * @param {string[]} folders
 * @returns {string[]}
 */
export function sourceFiles(...folders) {
  return folders.flatMap((folder) => {
    if (!existsSync(fromRoot(folder))) return [];
    const entries = readdirSync(fromRoot(folder), { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    return entries.flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isFile()) return [file];
      return entry.isDirectory() && !NOT_SOURCE.has(entry.name) ? sourceFiles(file) : [];
    });
  });
}
