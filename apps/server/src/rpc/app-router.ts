import { adminRouter } from '../modules/admin/admin.router.ts';
import { authRouter } from '../modules/auth/auth.router.ts';
import { fundraisingRouter } from '../modules/fundraising/fundraising.router.ts';
import { importingRouter } from '../modules/importing/importing.router.ts';
import { viewsRouter } from '../modules/views/views.router.ts';
import { router } from './trpc.ts';

/** Every procedure, served under `/trpc`. */
export const appRouter = router({
  auth: authRouter,
  admin: adminRouter,
  fundraising: fundraisingRouter,
  importing: importingRouter,
  views: viewsRouter,
});

/** What clients know of the server: its type alone. */
export type AppRouter = typeof appRouter;
