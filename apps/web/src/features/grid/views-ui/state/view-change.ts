import { type View, ViewConfig } from '@crm/shared';
import { z } from 'zod';
import { sameConfig } from './same-config.ts';

/** A change of how a view shows the sheet, on its way to the server: for everyone who sees it, or one's own draft. */
export const ViewChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save'), config: ViewConfig }),
  z.object({ kind: z.literal('draft'), config: ViewConfig.nullable() }),
]);
export type ViewChange = z.infer<typeof ViewChange>;

/** The view as it will be once the change has arrived. */
export function withChange(view: View, change: ViewChange | undefined): View {
  if (!change) return view;
  return change.kind === 'save'
    ? { ...view, config: change.config, draft: null }
    : { ...view, draft: change.config };
}

/** What a person's own edit of the view comes to: a personal view keeps it, a shared one keeps it as their draft. */
export function changeBy(view: View, config: ViewConfig): ViewChange {
  if (!view.shared) return { kind: 'save', config };
  return { kind: 'draft', config: sameConfig(config, view.config) ? null : config };
}

/** How this person sees the view. */
export function shownConfig(view: View): ViewConfig {
  return view.draft ?? view.config;
}

/** Whether this person sees the shared view otherwise than everyone else. */
export function hasOwnChanges(view: View): boolean {
  return view.shared && view.draft !== null && !sameConfig(view.draft, view.config);
}
