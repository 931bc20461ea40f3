/**
 * Prints the JavaScript that the grid page loads at once, gzipped: the entry, the grid's page and whatever those import
 * statically. Run it after a build: `pnpm --filter @crm/web size`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const LIMIT_KB = 200;
const dist = new URL('../dist/', import.meta.url);
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).optional() }),
);
const manifest = Manifest.parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')));

const wanted = ['index.html', 'src/features/grid/page.tsx'];
const seen = new Set<string>();
for (let key = wanted.pop(); key !== undefined; key = wanted.pop()) {
  const part = manifest[key];
  if (!part || seen.has(key)) continue;
  seen.add(key);
  wanted.push(...(part.imports ?? []));
}

let total = 0;
for (const key of seen) {
  const file = manifest[key]?.file ?? '';
  const bytes = gzipSync(readFileSync(new URL(file, dist))).length;
  total += bytes;
  process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}\n`);
}
process.stdout.write(`${(total / 1000).toFixed(1).padStart(7)} kB  in all, of ${LIMIT_KB}\n`);
if (total > LIMIT_KB * 1000) process.exitCode = 1;
