import { defineConfig } from 'drizzle-kit';

/** Only `pnpm --filter @crm/server migration` reads this; migrations are applied by `src/db/migrate.ts`. */
export default defineConfig({
  dialect: 'sqlite',
  schema: '../../packages/shared/src/tables/index.ts',
  out: '../../drizzle',
  breakpoints: false,
});
