import { router } from '../../rpc/trpc.ts';

export const adminRouter = router({});
