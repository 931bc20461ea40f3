import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The files of `public/` that the page needs to open. */
const PUBLIC = ['/theme.js', '/icon.svg', '/app.webmanifest'];

/**
 * Writes `sw.js` with the names of this build's files. Its cache is named after them, so a new build replaces the old
 * one as a whole.
 */
export function shellWorker(): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file));
      const shell = ['/', ...PUBLIC, ...files.toSorted().map((file) => `/${file}`)];
      const version = createHash('sha256').update(shell.join('\n'));
      // These keep their names when they change.
      for (const path of PUBLIC) version.update(readFileSync(new URL(`../public${path}`, import.meta.url)));
      version.update(readFileSync(new URL('../index.html', import.meta.url)));
      const source = readFileSync(new URL('./sw.js', import.meta.url), 'utf8')
        .replace("'__VERSION__'", JSON.stringify(version.digest('hex').slice(0, 12)))
        .replace("'__SHELL__'", JSON.stringify(shell));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
