import {
  CreateViewInput,
  DraftInput,
  SaveViewInput,
  UpdateViewInput,
  ViewInput,
  ViewsOutput,
} from '@crm/shared/contract/views';
import { memberProcedure, router } from '../../rpc/trpc.ts';
import {
  changeView,
  createView,
  draftView,
  listViews,
  removeView,
  restoreView,
  saveView,
} from './views.usecases.ts';

export const viewsRouter = router({
  list: memberProcedure.output(ViewsOutput).query(({ ctx }) => listViews(ctx.app, ctx.principal)),
  create: memberProcedure
    .input(CreateViewInput)
    .mutation(({ ctx, input }) => createView(ctx.app, ctx.principal, input)),
  update: memberProcedure
    .input(UpdateViewInput)
    .mutation(({ ctx, input }) => changeView(ctx.app, ctx.principal, input)),
  draft: memberProcedure
    .input(DraftInput)
    .mutation(({ ctx, input }) => draftView(ctx.app, ctx.principal, input)),
  save: memberProcedure
    .input(SaveViewInput)
    .mutation(({ ctx, input }) => saveView(ctx.app, ctx.principal, input)),
  remove: memberProcedure
    .input(ViewInput)
    .mutation(({ ctx, input }) => removeView(ctx.app, ctx.principal, input.id)),
  restore: memberProcedure
    .input(ViewInput)
    .mutation(({ ctx, input }) => restoreView(ctx.app, ctx.principal, input.id)),
});
