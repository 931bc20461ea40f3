import type { Plugin } from 'vite';

/** Zod's writer of JSON Schema: every schema holds on to it, and nothing in a browser ever calls it. */
const WRITER = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** Leaves zod's JSON Schema writer out of the built app (6 kB gzipped): its exports stay, as functions that do nothing. */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!WRITER.test(id.split('?')[0] ?? '')) return null;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map((match) => match[1]);
      if (names.length === 0) this.error(`${id} exports nothing that is known: has zod moved it?`);
      return { code: names.map((name) => `export const ${name} = () => {};`).join('\n'), map: null };
    },
  };
}
