/** Who may import whom, and what may stand where. Each rule answers true for a violation; there is no list of exceptions. */

/**
 * @typedef {import('./source.mjs').Source} Source
 * @typedef {import('./source.mjs').Import} Import
 * @typedef {{ name: string, forbids: (source: Source, to: Import) => boolean }} ImportRule
 * @typedef {{ name: string, applies: (source: Source) => boolean, pattern: RegExp }} TextRule
 */

/** The workspace packages each place may import; a place that is not named may import none. */
const MAY_IMPORT = new Map([
  ['packages/grid', ['@crm/shared', '@crm/formula']],
  ['apps/server', ['@crm/shared', '@crm/grid', '@crm/formula', '@crm/mail']],
  ['apps/web', ['@crm/shared', '@crm/grid', '@crm/formula']],
  ['apps/mcp', ['@crm/shared']],
  ['apps/matrix-bridge', ['@crm/shared']],
]);
const READS_ROUTER_TYPE = ['apps/web', 'apps/mcp', 'apps/matrix-bridge'];
const PURE = ['packages/shared', 'packages/grid', 'packages/formula'];
const SHARED_MAY_IMPORT = ['zod', 'uuid', 'drizzle-orm', 'drizzle-orm/sqlite-core'];

const TABLES = /^@crm\/shared\/tables\b/;
const DATABASE = /^(drizzle-orm|better-sqlite3)\b/;

/** @param {string} specifier */
const packageOf = (specifier) => specifier.split('/').slice(0, 2).join('/');
/** @param {Source} source */
const inSrc = (source) => source.inner.startsWith('src/');
/** @param {Source} source */
const inServer = (source) => source.home === 'apps/server' && inSrc(source);
/** @param {string} file */
const moduleOf = (file) => /^apps\/server\/src\/modules\/([^/]+)/.exec(file)?.[1];
/** @param {string} file */
const featureOf = (file) => /^apps\/web\/src\/features\/([^/]+)/.exec(file)?.[1];
/** @param {string} file the last suffix of a server file: `push.usecases.ts` is `usecases` */
const roleOf = (file) => /\.(router|usecases|store|rules|job|events)(\.test)?(\.ts)?$/.exec(file)?.[1];
/** @param {Source} source */
const mayQuery = (source) => roleOf(source.file) === 'store' || /^src\/(db|testing)\//.test(source.inner);

/**
 * What a role may not import, of its own module too. A test stands in for a caller and may import what it tests.
 * @type {Record<string, string[]>}
 */
const ROLE_MAY_NOT_IMPORT = {
  router: ['store', 'rules', 'job', 'events'],
  usecases: ['router', 'job'],
  store: ['router', 'usecases', 'job', 'events'],
  rules: ['router', 'usecases', 'store', 'job', 'events'],
  job: ['router', 'store'],
  events: ['router', 'job'],
};

/** @type {ImportRule[]} */
export const IMPORT_RULES = [
  {
    name: 'a relative import stays in its workspace',
    forbids: (source, to) => to.relative && !to.target.startsWith(`${source.home}/`),
  },
  {
    name: 'a workspace imports only the packages below it',
    forbids: (source, to) =>
      to.from.startsWith('@crm/') &&
      !(MAY_IMPORT.get(source.home) ?? []).includes(packageOf(to.from)) &&
      !(READS_ROUTER_TYPE.includes(source.home) && to.from === '@crm/server/router'),
  },
  {
    name: 'clients know the router as a type only',
    forbids: (source, to) =>
      READS_ROUTER_TYPE.includes(source.home) && to.from === '@crm/server/router' && !to.typeOnly,
  },
  {
    name: 'only the server knows the tables',
    forbids: (source, to) => source.home !== 'apps/server' && TABLES.test(to.from),
  },
  {
    name: 'shared imports only zod, uuid and table builders',
    forbids: (source, to) =>
      source.home === 'packages/shared' &&
      inSrc(source) &&
      !source.isTest &&
      !to.relative &&
      !SHARED_MAY_IMPORT.includes(to.from),
  },
  {
    name: 'shared keeps the table builders in tables/',
    forbids: (source, to) =>
      source.home === 'packages/shared' && DATABASE.test(to.from) && !source.inner.startsWith('src/tables/'),
  },
  {
    name: 'pure packages use nothing of Node',
    forbids: (source, to) =>
      PURE.includes(source.home) && inSrc(source) && !source.isTest && to.from.startsWith('node:'),
  },
  {
    name: 'queries stand only in stores, db/ and testing/',
    forbids: (source, to) =>
      inServer(source) &&
      !mayQuery(source) &&
      (DATABASE.test(to.from) || (TABLES.test(to.from) && !to.typeOnly)),
  },
  {
    name: 'a role imports only the roles below it',
    forbids: (source, to) =>
      !source.isTest &&
      (ROLE_MAY_NOT_IMPORT[roleOf(source.file) ?? ''] ?? []).includes(roleOf(to.target) ?? ''),
  },
  {
    name: 'another module is reached by its use cases or events',
    forbids: (source, to) => {
      const [own, other] = [moduleOf(source.file), moduleOf(to.target)];
      if (!own || !other || own === other) return false;
      return roleOf(source.file) === 'router' || !['usecases', 'events'].includes(roleOf(to.target) ?? '');
    },
  },
  {
    name: 'outside the modules nothing imports a store',
    forbids: (source, to) =>
      inServer(source) &&
      !moduleOf(source.file) &&
      !mayQuery(source) &&
      !!moduleOf(to.target) &&
      roleOf(to.target) === 'store',
  },
  {
    name: 'only the app router imports routers',
    forbids: (source, to) =>
      inServer(source) &&
      !source.isTest &&
      roleOf(to.target) === 'router' &&
      source.inner !== 'src/rpc/app-router.ts',
  },
  {
    name: 'features do not import each other',
    forbids: (source, to) => {
      const [own, other] = [featureOf(source.file), featureOf(to.target)];
      return !!own && !!other && own !== other;
    },
  },
  {
    name: 'ui/ knows no feature',
    forbids: (source, to) => source.file.startsWith('apps/web/src/ui/') && !!featureOf(to.target),
  },
];

/** @type {TextRule[]} */
export const TEXT_RULES = [
  {
    name: 'TRPCError only in rpc/',
    applies: (source) => inServer(source) && !source.inner.startsWith('src/rpc/'),
    pattern: /\bTRPCError\b/g,
  },
  {
    name: 'the environment only in config.ts',
    applies: (source) => inSrc(source) && source.inner !== 'src/config.ts',
    pattern: /\bprocess\s*\.\s*env\b/g,
  },
  {
    name: 'modules are never mocked',
    applies: () => true,
    pattern: /\b(vi|jest)\s*\.\s*(doMock|mock)\s*\(/g,
  },
  {
    name: 'no test is left out or run alone',
    applies: (source) => source.isTest,
    pattern: /\b(it|test|describe)(\.\w+)*\.(only|skip|todo|fixme)\b/g,
  },
  {
    name: 'no path of one machine',
    applies: () => true,
    pattern: /(?<![\w.])(\/home|\/Users|\/root|\/work)\/\w/g,
  },
  { name: 'no cast through unknown', applies: inSrc, pattern: /\bas\s+unknown\s+as\b/g },
];
