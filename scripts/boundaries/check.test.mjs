/** Every rule catches what it forbids, and leaves alone what the house allows. */
import { expect, test } from 'vitest';
import { sizes, violations } from './check.mjs';
import { IMPORT_RULES, TEXT_RULES } from './rules.mjs';
import { readSource } from './source.mjs';

const MODULES = 'apps/server/src/modules';
const skipped = ['it', 'skip'].join('.');
const home = ['', 'home', 'me'].join('/');

/** @type {[rule: string, file: string, code: string][]} */
const FORBIDDEN = [
  ['a relative import stays in its workspace', 'packages/grid/src/a.ts', "import '../../shared/src/ids.ts';"],
  ['a relative import stays in its workspace', 'e2e/a.spec.ts', "import '../apps/server/src/main.ts';"],
  ['a workspace imports only the packages below it', 'packages/formula/src/a.ts', "import '@crm/shared';"],
  [
    'a workspace imports only the packages below it',
    'packages/mail/src/a.ts',
    "import type { Id } from '@crm/shared';",
  ],
  [
    'a workspace imports only the packages below it',
    'packages/grid/src/a.test.ts',
    "await import('@crm/server/router');",
  ],
  ['a workspace imports only the packages below it', 'apps/web/src/a.ts', "export * from '@crm/mail';"],
  ['a workspace imports only the packages below it', 'e2e/a.spec.ts', "import '@crm/shared';"],
  [
    'clients know the router as a type only',
    'apps/web/src/rpc.ts',
    "import { appRouter } from '@crm/server/router';",
  ],
  [
    'only the server knows the tables',
    'apps/web/src/a.ts',
    "import type { cells } from '@crm/shared/tables';",
  ],
  [
    'only the server knows the tables',
    'packages/grid/src/a.ts',
    "export { cells } from '@crm/shared/tables';",
  ],
  ['shared imports only zod, uuid and table builders', 'packages/shared/src/a.ts', "import 'fastify';"],
  [
    'shared keeps the table builders in tables/',
    'packages/shared/src/ids.ts',
    "import { sql } from 'drizzle-orm';",
  ],
  ['pure packages use nothing of Node', 'packages/grid/src/a.ts', "import { readFileSync } from 'node:fs';"],
  [
    'queries stand only in stores, db/ and testing/',
    `${MODULES}/crm/a.usecases.ts`,
    "import { eq } from 'drizzle-orm';",
  ],
  [
    'queries stand only in stores, db/ and testing/',
    'apps/server/src/main.ts',
    "import Database from 'better-sqlite3';",
  ],
  [
    'queries stand only in stores, db/ and testing/',
    `${MODULES}/crm/a.job.ts`,
    "import { t } from '@crm/shared/tables';",
  ],
  ['a role imports only the roles below it', `${MODULES}/crm/crm.router.ts`, "import './crm.store.ts';"],
  ['a role imports only the roles below it', `${MODULES}/crm/crm.rules.ts`, "import './crm.store.ts';"],
  [
    'a role imports only the roles below it',
    `${MODULES}/crm/crm.store.ts`,
    "import '../views/views.usecases.ts';",
  ],
  [
    'another module is reached by its use cases or events',
    `${MODULES}/crm/a.usecases.ts`,
    "import '../views/views.store.ts';",
  ],
  [
    'another module is reached by its use cases or events',
    `${MODULES}/crm/helper.ts`,
    "import '../views/columns.ts';",
  ],
  [
    'another module is reached by its use cases or events',
    `${MODULES}/crm/a.router.ts`,
    "import '../views/a.usecases.ts';",
  ],
  [
    'outside the modules nothing imports a store',
    'apps/server/src/context.ts',
    "import './modules/crm/crm.store.ts';",
  ],
  ['only the app router imports routers', 'apps/server/src/main.ts', "import './modules/crm/crm.router.ts';"],
  ['features do not import each other', 'apps/web/src/features/crm/a.tsx', "import '../grid/store.ts';"],
  ['ui/ knows no feature', 'apps/web/src/ui/button.tsx', "import '../features/grid/store.ts';"],
  ['TRPCError only in rpc/', `${MODULES}/crm/a.usecases.ts`, "throw new TRPCError({ code: 'NOT_FOUND' });"],
  ['the environment only in config.ts', 'apps/server/src/main.ts', 'listen(process.env.PORT);'],
  ['modules are never mocked', `${MODULES}/crm/a.test.ts`, "vi.mock('./crm.rules.ts');"],
  ['no test is left out or run alone', 'packages/grid/src/a.test.ts', `${skipped}('later', () => {});`],
  ['no path of one machine', 'packages/grid/src/a.ts', `const file = '${home}/data.csv';`],
  ['no cast through unknown', 'packages/grid/src/a.ts', 'const row = value as unknown as Row;'],
  ['no file over 400 lines', 'packages/grid/src/a.ts', 'void 0;\n'.repeat(401)],
];

/** @type {[file: string, code: string][]} */
const ALLOWED = [
  [
    'packages/shared/src/tables/cells.ts',
    "import { text } from 'drizzle-orm/sqlite-core';\nimport { z } from 'zod';",
  ],
  ['packages/grid/src/a.ts', "import { rank } from '@crm/shared';\nimport { parse } from '@crm/formula';"],
  ['packages/grid/src/a.test.ts', "import { readFileSync } from 'node:fs';\n" + 'void 0;\n'.repeat(500)],
  [
    'apps/web/src/rpc.ts',
    "import type { AppRouter } from '@crm/server/router';\nimport '@crm/shared/contract/views';",
  ],
  [
    'apps/web/src/routes.tsx',
    "import { Grid } from './features/grid/page.tsx';\nconst at = '/settings/home';",
  ],
  ['apps/web/vite.config.ts', 'const port = process.env.PORT;'],
  ['apps/server/src/config.ts', 'const env = process.env;'],
  ['apps/server/src/rpc/app-router.ts', "import '../modules/crm/crm.router.ts';"],
  ['apps/server/src/rpc/errors.ts', "import { TRPCError } from '@trpc/server';"],
  [`${MODULES}/crm/crm.router.ts`, "import './crm.usecases.ts';\nimport '../../rpc/trpc.ts';"],
  [`${MODULES}/crm/crm.usecases.ts`, "import './crm.store.ts';\nimport '../views/views.usecases.ts';"],
  [
    `${MODULES}/crm/crm.store.ts`,
    "import { eq } from 'drizzle-orm';\nimport { cells } from '@crm/shared/tables';",
  ],
  [
    `${MODULES}/crm/crm.rules.ts`,
    "// TRPCError and process.env are spoken of here\nimport type { Row } from '@crm/shared/tables';",
  ],
  [
    'apps/server/src/testing/app.ts',
    "import '../modules/crm/crm.store.ts';\nimport Database from 'better-sqlite3';",
  ],
];

test.each(FORBIDDEN)('%s: %s', (rule, file, code) => {
  expect(violations(readSource(file, code)).map((violation) => violation.rule)).toContain(rule);
});

test.each(ALLOWED)('%s may hold what the house allows there', (file, code) => {
  expect(violations(readSource(file, code))).toEqual([]);
});

test('every rule is proved here', () => {
  const proved = new Set(FORBIDDEN.map(([rule]) => rule));
  const rules = [...IMPORT_RULES, ...TEXT_RULES].map((rule) => rule.name);
  expect(rules.filter((rule) => !proved.has(rule))).toEqual([]);
});

test('a violation names its line and what was written', () => {
  const source = readSource('packages/formula/src/a.ts', "// a\n\nimport { x } from '@crm/shared';\n");
  expect(violations(source)).toEqual([
    { rule: 'a workspace imports only the packages below it', line: 3, detail: '@crm/shared' },
  ]);
});

test('sizes count sources and tests apart', () => {
  const files = [1, 2, 3].map((lines) =>
    readSource(`packages/grid/src/${lines}.ts`, 'void 0;\n'.repeat(lines)),
  );
  expect(sizes([...files, readSource('packages/grid/src/a.test.ts', '')])).toBe(
    '3 source files: median 2 lines, p90 3, longest 3; 1 test files',
  );
});
