import { z } from 'zod';
import { ViewId } from '../ids.ts';
import { View, ViewConfig } from '../views.ts';

/** views.list: shared views and one's own, in order. */
export const ViewsOutput = z.array(View);
/** views.create */
export const CreateViewInput = z.object({
  id: ViewId,
  name: z.string().trim().min(1).max(100),
  shared: z.boolean(),
  config: ViewConfig,
});
/** views.rename, views.share, views.move */
export const UpdateViewInput = z.object({
  id: ViewId,
  name: z.string().trim().min(1).max(100).optional(),
  shared: z.boolean().optional(),
  position: z.string().min(1).max(200).optional(),
});
/** views.draft: keeps one person's changes to a view for themselves; null drops them. */
export const DraftInput = z.object({ id: ViewId, config: ViewConfig.nullable() });
/** views.save: writes the configuration for everyone who sees the view, and drops one's draft. */
export const SaveViewInput = z.object({ id: ViewId, config: ViewConfig });
/** views.remove, views.restore */
export const ViewInput = z.object({ id: ViewId });
