import { createLocalSession } from '@crm/grid/sync';
import type { Column } from '@crm/shared';
import { ColumnId, InvestorId, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { archivedColumns, archivedRows } from './archived.ts';

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
const place: Column = { ...name, id: newId(ColumnId), name: 'Place', key: null, position: 'a1' };

describe('the archive', () => {
  it('lists what was taken out, the latest first, by name, and nothing that was restored', () => {
    let minute = 0;
    const ids = [newId(InvestorId), newId(InvestorId), newId(InvestorId)];
    const session = createLocalSession(
      [name, place],
      ids.map((id, i) => ({ id, position: `a${i}`, values: { [name.id]: `Investor ${'ABC'[i]}` } })),
      { now: () => new Date(Date.UTC(2026, 10, 21, 12, minute++)) },
    );
    const [a, b, c] = ids;
    if (!a || !b || !c) throw new Error('three rows');
    for (const row of [b, a, c]) session.commit([{ t: 'row.del', row }], 'Archive');
    session.commit([{ t: 'row.restore', row: c }], 'Restore');
    expect(archivedRows(session.view, name.id, '').map((one) => one.name)).toEqual([
      'Investor A',
      'Investor B',
    ]);
    expect(archivedRows(session.view, name.id, 'or b').map((one) => one.row)).toEqual([b]);
    session.commit([{ t: 'col.del', col: place.id }], 'Delete');
    expect(archivedColumns(session.view, 'PLA').map((column) => column.id)).toEqual([place.id]);
    expect(archivedColumns(session.view, 'x')).toEqual([]);
    session.close();
  });
});
