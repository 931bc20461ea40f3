import { publicProcedure, router } from '../../rpc/trpc.ts';

export const authRouter = router({
  me: publicProcedure.query(() => ({ state: 'anonymous' as const })),
});
