import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const NAMED =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb)a?\(|(?:^|[\s:,(])(?:white|black|gr[ae]y|red|blue|green|orange|yellow)(?=[\s;,)])/i;

it('only tokens.css names a colour', () => {
  const files = globSync('**/*.css', { cwd: ROOT }).filter((file) => file !== 'ui/tokens.css');
  expect(files.length).toBeGreaterThan(20);
  const naming = files.flatMap((file) =>
    readFileSync(ROOT + file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .filter((line) => NAMED.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(naming).toEqual([]);
});

it('every token that is used exists', () => {
  const defined = new Set(
    [...readFileSync(`${ROOT}ui/tokens.css`, 'utf8').matchAll(/(--[\w-]+):/g)].map((match) => match[1]),
  );
  const files = globSync('{ui,app,features/auth,features/admin}/**/*.css', { cwd: ROOT });
  const unknown = files.flatMap((file) =>
    [...readFileSync(ROOT + file, 'utf8').matchAll(/var\((--[\w-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !defined.has(name) && !name.startsWith('--radix-'))
      .map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});
