import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds `drizzle/`: found by walking up, so that sources and the built bundle share one rule. */
function findRoot(from: string): string {
  for (let dir = from; ; dir = path.dirname(dir)) {
    if (existsSync(path.join(dir, 'drizzle', '0001_grid.sql'))) return dir;
    if (dir === path.dirname(dir)) throw new Error('The folder "drizzle" with the migrations is missing.');
  }
}

export const APP_ROOT = findRoot(import.meta.dirname);
export const MIGRATIONS_DIR = path.join(APP_ROOT, 'drizzle');
export const WEB_DIST = path.join(APP_ROOT, 'apps', 'web', 'dist');
