import { InvestorId, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { settle, Stage } from './testing/page.ts';

describe('session: undo and redo', () => {
  it('SY13 takes back and does again, step by step', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('One');
    page.set('Two');
    await settle();
    expect(page.session.undo()).toBe('Edit');
    expect(page.session.undo()).toBe('Edit');
    expect([page.value(), page.session.undo()]).toEqual(['Acme', null]);
    expect(page.session.redo()).toBe('Edit');
    expect(page.session.redo()).toBe('Edit');
    await settle();
    expect([page.value(), page.session.redo()]).toEqual(['Two', null]);
    expect(stage.server.holds(stage.row, stage.name.id, 'Two')).toBe(true);
    expect(page.session.tray()).toEqual([]);
  });

  it('SY13 never reverts the later write of another, and asks instead', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('Mine');
    await settle();
    stage.theirs('Theirs');
    await settle();
    expect(page.session.undo()).toBe('Edit');
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Theirs')).toBe(true);
    expect(page.session.tray()).toMatchObject([
      { kind: 'conflict', label: 'Undo: Edit', ops: [{ value: 'Acme' }] },
    ]);
  });

  it('SY13 … nor the write of another in between two of mine', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('First');
    await settle();
    stage.theirs('Theirs');
    await settle();
    page.set('Second');
    await settle();
    page.session.undo();
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Theirs')).toBe(true);
    page.session.undo();
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Theirs')).toBe(true);
    expect(page.session.tray()).toHaveLength(1);
  });

  it('SY13 asks when a write of another, not seen yet, came in between', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('Mine');
    await settle();
    stage.server.write(
      { t: 'cell.set', row: stage.row, col: stage.name.id, value: 'Unseen', ifVer: 0 },
      stage.other,
      false,
    );
    page.session.undo();
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Unseen')).toBe(true);
    expect(page.session.tray()[0]?.result).toMatchObject({ conflicts: [{ theirs: 'Unseen' }] });
  });

  it('SY13 forgets the step of an edit that was refused', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const op = page.op('Mine');
    stage.theirs('Theirs');
    await settle();
    page.session.commit([op], 'Edit');
    await settle();
    expect([page.session.undoLabel, page.session.undo()]).toEqual([null, null]);
  });

  it('OP9 undoing a new row asks when another has written into it', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const row = newId(InvestorId);
    page.session.commit([{ t: 'row.add', row, position: 'b0', values: {} }], 'Insert row');
    await settle();
    stage.server.write(
      { t: 'cell.set', row, col: stage.name.id, value: 'Theirs', ifVer: 0 },
      stage.other,
      false,
    );
    page.session.undo();
    await settle();
    expect(stage.server.sheet.row(row)?.deletedAt).toBe(null);
    expect(page.session.tray()[0]?.result).toMatchObject({ conflicts: [{ row, theirs: 'Theirs' }] });
  });

  it('SY14 leaves a row where another has moved it', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.session.commit([{ t: 'row.move', row: stage.row, position: 'x' }], 'Move row');
    await settle();
    stage.server.write({ t: 'row.move', row: stage.row, position: 'y' }, stage.other);
    await settle();
    page.session.undo();
    await settle();
    expect(stage.server.sheet.row(stage.row)?.position).toBe('y');
  });

  it('OP6 undoing an added line leaves the lines of others', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const append = (text: string) =>
      ({ t: 'note.append', row: stage.row, col: stage.notes.id, text }) as const;
    page.session.commit([append('mine')], 'Log communication');
    await settle();
    stage.server.write(append('theirs'), stage.other);
    await settle();
    page.session.undo();
    await settle();
    expect(page.value(stage.notes)).toBe('theirs');
    page.session.redo();
    await settle();
    expect(stage.server.holds(stage.row, stage.notes.id, 'theirs\nmine')).toBe(true);
  });
});
