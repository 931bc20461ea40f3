import { describe, expect, it } from 'vitest';
import { settle, Stage } from './testing/page.ts';

/** A page whose edit met somebody else's. */
async function collided() {
  const stage = new Stage();
  const page = await stage.page();
  const op = page.op('Mine');
  stage.theirs('Theirs');
  await settle();
  page.session.commit([op], 'Edit');
  await settle();
  return { stage, page, item: page.session.tray()[0] };
}

describe('session: the tray', () => {
  it('SY5 keeps both values of a conflict and marks the cell', async () => {
    const { stage, page, item } = await collided();
    const slot = page.session.view.slotOf(stage.row) ?? -1;
    expect(item).toMatchObject({ kind: 'conflict', label: 'Edit', ops: [{ value: 'Mine' }] });
    expect(item?.result).toMatchObject({ conflicts: [{ theirs: 'Theirs', by: stage.other }] });
    expect(page.value()).toBe('Theirs');
    expect(page.session.view.conflictAt(slot, stage.name.id)).toBe(item);
    expect(page.session.status()).toMatchObject({ state: 'attention', attention: 1, pending: 0 });
    expect([page.store.tray.size, page.store.pending.size]).toEqual([1, 0]);
  });

  it('SY5 keep mine replaces what was shown', async () => {
    const { stage, page, item } = await collided();
    page.session.keepMine(item?.id ?? '');
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Mine')).toBe(true);
    expect([page.session.tray().length, page.store.tray.size]).toEqual([0, 0]);
  });

  it('SY5 keep mine asks again when a third value came meanwhile', async () => {
    const { stage, page, item } = await collided();
    stage.theirs('Newer');
    await settle();
    page.session.keepMine(item?.id ?? '');
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Newer')).toBe(true);
    expect(page.session.tray()[0]?.result).toMatchObject({ conflicts: [{ theirs: 'Newer' }] });
  });

  it('SY5 discard takes the entry out, on the device too', async () => {
    const { stage, page, item } = await collided();
    page.session.discard(item?.id ?? '');
    await settle();
    const slot = page.session.view.slotOf(stage.row) ?? -1;
    expect([page.session.tray().length, page.store.tray.size]).toEqual([0, 0]);
    expect(page.session.view.conflictAt(slot, stage.name.id)).toBe(undefined);
    expect(page.session.status().state).toBe('saved');
  });

  it('SY6 restores a deleted row and column and applies the edit', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const op = page.op('Mine');
    stage.server.write({ t: 'row.del', row: stage.row }, stage.other);
    stage.server.write({ t: 'col.del', col: stage.name.id }, stage.other);
    page.session.commit([op], 'Edit');
    await settle();
    const [item] = page.session.tray();
    expect(item?.result).toMatchObject({ status: 'rejected', reason: 'row_deleted' });
    page.session.restoreAndApply(item?.id ?? '');
    await settle();
    expect(stage.server.sheet.row(stage.row)?.deletedAt).toBe(null);
    expect(stage.server.holds(stage.row, stage.name.id, 'Mine')).toBe(true);
    expect(page.session.tray()).toEqual([]);
  });

  it('OP1 a mutation with one conflict changes nothing at all', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const ops = [page.op(7, stage.amount), page.op('Mine')];
    stage.theirs('Theirs');
    await settle();
    page.session.commit(ops, 'Paste 2 cells');
    await settle();
    expect(stage.server.holds(stage.row, stage.amount.id, null)).toBe(true);
    expect(page.value(stage.amount)).toBe(null);
    expect(page.session.tray()[0]?.ops).toHaveLength(2);
  });
});
