import { ColumnId, InvestorId, newId } from '@crm/shared';
import type { Column } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { createLocalSession } from './local-session.ts';
import type { SheetChange } from './types.ts';

const name: Column = {
  id: newId(ColumnId),
  name: 'Name',
  type: 'text',
  options: {},
  position: 'a0',
  key: 'name',
  deletedAt: null,
  ver: 1,
};
const number: Column = {
  ...name,
  id: newId(ColumnId),
  name: '#',
  type: 'autonumber',
  position: 'a1',
  key: null,
};
const modified: Column = {
  ...number,
  id: newId(ColumnId),
  name: 'Modified',
  type: 'modifiedTime',
  position: 'a2',
};
const row = newId(InvestorId);

function session() {
  return createLocalSession(
    [name, modified, number],
    [{ id: row, position: 'a0', values: { [name.id]: 'Acme' } }],
  );
}

describe('local session', () => {
  it('shows rows, columns in order and computed values', () => {
    const { view } = session();
    const slot = view.slotOf(row) ?? -1;
    expect(view.columns().map((column) => column.name)).toEqual(['Name', '#', 'Modified']);
    expect([view.value(slot, name.id), view.value(slot, number.id)]).toEqual(['Acme', 1]);
    expect(view.isLive(slot)).toBe(true);
  });

  it('tells once per turn which cells an edit changed, the modified time among them', async () => {
    const local = session();
    await Promise.resolve();
    const told: SheetChange[] = [];
    local.onChange((change) => told.push(change));
    const slot = local.view.slotOf(row) ?? -1;
    const set = (value: string) =>
      local.commit(
        [{ t: 'cell.set', row, col: name.id, value, ifVer: local.view.version(slot, name.id) }],
        'Edit',
      );
    set('One');
    set('Two');
    expect(told).toEqual([]);
    await Promise.resolve();
    expect(told).toHaveLength(1);
    expect(told[0]?.rows).toEqual([]);
    expect(told[0]?.cells).toEqual([
      { slot, col: name.id },
      { slot, col: modified.id },
    ]);
  });

  it('undoes and redoes a list of ops as one', () => {
    const local = session();
    const added = newId(InvestorId);
    local.commit(
      [
        { t: 'row.add', row: added, position: 'a1', values: { [name.id]: 'New' } },
        { t: 'cell.set', row: added, col: name.id, value: 'Newer', ifVer: -1 },
      ],
      'Insert row',
    );
    const slot = local.view.slotOf(added) ?? -1;
    expect(local.view.value(slot, name.id)).toBe('Newer');
    expect(local.undo()).toBe('Insert row');
    expect(local.view.isLive(slot)).toBe(false);
    expect(local.redo()).toBe('Insert row');
    expect([local.view.isLive(slot), local.view.value(slot, name.id)]).toEqual([true, 'Newer']);
  });
});
