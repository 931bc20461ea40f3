import { AppError } from '@crm/shared';
import type { View, ViewId } from '@crm/shared';
import type { CreateViewInput, DraftInput, SaveViewInput, UpdateViewInput } from '@crm/shared/contract/views';
import { generateKeyBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { AppContext } from '../../context.ts';
import type { Writer } from '../../db/transaction.ts';
import { actorOf, type Person } from '../../principal.ts';
import { record } from '../../record.ts';
import {
  deleteDraft,
  findView,
  insertView,
  lastPosition,
  putDraft,
  readViews,
  updateView,
  type ViewRow,
} from './views.store.ts';

/*
 * Views say how the sheet is shown and never change it, so that they stand outside the op log: the last writer wins, and
 * everyone is told to fetch them again. Personal views and drafts are seen by nobody else.
 */

/** Shared views and one's own, in order, each with one's own draft. */
export function listViews(app: AppContext, principal: Person): View[] {
  return readViews(app.db.reader, app.workspaceId, principal.userId);
}

/** @throws AppError CONFLICT when the id is taken */
export function createView(
  app: AppContext,
  principal: Person,
  input: z.output<typeof CreateViewInput>,
): void {
  app.db.write((tx) => {
    if (findView(tx, input.id, principal.userId)) throw new AppError('CONFLICT', 'This view exists already.');
    const position = generateKeyBetween(lastPosition(tx, app.workspaceId), null);
    const updatedAt = app.clock.now().toISOString();
    insertView(tx, app.workspaceId, { ...input, ownerId: principal.userId, position, updatedAt });
    changed(app, tx, principal, 'view.created', input.id, { name: input.name, shared: input.shared });
  });
}

/**
 * Renames, shares or moves a view.
 * @throws AppError NOT_FOUND; FORBIDDEN when somebody else's shared view would be made personal
 */
export function changeView(
  app: AppContext,
  principal: Person,
  input: z.output<typeof UpdateViewInput>,
): void {
  app.db.write((tx) => {
    const view = requireView(tx, principal, input.id);
    // Made personal, it would vanish from its owner's sight or from everybody's.
    if (
      input.shared === false &&
      view.shared &&
      view.ownerId !== principal.userId &&
      principal.role !== 'admin'
    )
      throw new AppError('FORBIDDEN', 'Only its owner can make this view personal.');
    const { name = view.name, shared = view.shared, position = view.position } = input;
    put(app, tx, { ...view, name, shared, position });
    changed(app, tx, principal, 'view.changed', view.id, { name, shared });
  });
}

/** Keeps one's own changes to a view without touching anybody else's; null drops them. Nobody is told. */
export function draftView(app: AppContext, principal: Person, input: z.output<typeof DraftInput>): void {
  const { userId } = principal;
  app.db.write((tx) => {
    requireView(tx, principal, input.id);
    if (input.config === null) return deleteDraft(tx, input.id, userId);
    const updatedAt = app.clock.now().toISOString();
    return putDraft(tx, app.workspaceId, { viewId: input.id, userId, config: input.config, updatedAt });
  });
}

/** Writes the configuration for everyone who sees the view, and drops one's draft. @throws AppError NOT_FOUND */
export function saveView(app: AppContext, principal: Person, input: z.output<typeof SaveViewInput>): void {
  app.db.write((tx) => {
    const view = requireView(tx, principal, input.id);
    put(app, tx, { ...view, config: input.config });
    deleteDraft(tx, view.id, principal.userId);
    changed(app, tx, principal, 'view.saved', view.id, {});
  });
}

/** @throws AppError NOT_FOUND */
export function removeView(app: AppContext, principal: Person, id: ViewId): void {
  app.db.write((tx) => {
    const view = requireView(tx, principal, id);
    put(app, tx, { ...view, deletedAt: app.clock.now().toISOString() });
    changed(app, tx, principal, 'view.removed', id, { name: view.name });
  });
}

/** @throws AppError NOT_FOUND */
export function restoreView(app: AppContext, principal: Person, id: ViewId): void {
  app.db.write((tx) => {
    const view = requireView(tx, principal, id, 'deleted too');
    if (view.deletedAt === null) return;
    put(app, tx, { ...view, deletedAt: null });
    changed(app, tx, principal, 'view.restored', id, { name: view.name });
  });
}

/** Another's personal view does not exist for anybody else, not even in an error. */
function requireView(
  tx: Writer,
  { userId }: Person,
  id: ViewId,
  which: 'live' | 'deleted too' = 'live',
): ViewRow {
  const view = findView(tx, id, userId);
  const visible = view && (view.shared || view.ownerId === userId);
  if (!visible || (which === 'live' && view.deletedAt !== null))
    throw new AppError('NOT_FOUND', 'This view does not exist.');
  return view;
}

function put(app: AppContext, tx: Writer, view: ViewRow): void {
  updateView(tx, { ...view, updatedAt: app.clock.now().toISOString() });
}

function changed(
  app: AppContext,
  tx: Writer,
  principal: Person,
  action: string,
  subject: ViewId,
  detail: Record<string, unknown>,
): void {
  record(app, tx, { actor: actorOf(principal), action, subject, detail });
  tx.afterCommit(() => app.bus.publish('changed', 'views'));
}
