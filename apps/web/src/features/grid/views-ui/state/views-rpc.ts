import { rpc } from '../../../../rpc.ts';
import type { ViewsApi } from './views-api.ts';

/** The views of this page's server. */
export const rpcViews: ViewsApi = {
  list: () => rpc.views.list.query(),
  create: (input) => rpc.views.create.mutate(input),
  update: (input) => rpc.views.update.mutate(input),
  draft: (input) => rpc.views.draft.mutate(input),
  save: (input) => rpc.views.save.mutate(input),
  remove: (id) => rpc.views.remove.mutate({ id }),
  restore: (id) => rpc.views.restore.mutate({ id }),
};
