import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this, compression saves nothing worth a second file. */
const LEAST_BYTES = 1024;

/** Writes a brotli and a gzip copy of every hashed script and style, which the server sends to browsers that take them. */
export function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, part] of Object.entries(bundle)) {
          if (!/^assets\/.*\.(js|css)$/.test(fileName)) continue;
          const source = Buffer.from(part.type === 'chunk' ? part.code : part.source);
          if (source.length < LEAST_BYTES) continue;
          const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.br`,
            source: brotliCompressSync(source, best),
          });
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.gz`,
            source: gzipSync(source, { level: 9 }),
          });
        }
      },
    },
  };
}
