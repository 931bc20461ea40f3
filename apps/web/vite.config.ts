import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './scripts/compress.ts';
import { shellWorker } from './scripts/shell-worker.ts';
import { withoutJsonSchema } from './scripts/without-json-schema.ts';

/** Where `npm run dev` finds the server; the built app is served by the server itself. */
const server = process.env.CRM_DEV_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), withoutJsonSchema(), shellWorker(), compress()],
  build: {
    target: 'es2023',
    manifest: true,
    // Pictures stay files: the content security policy allows no data: addresses in styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    strictPort: true,
    proxy: { '/trpc': { target: server, ws: true } },
  },
});
