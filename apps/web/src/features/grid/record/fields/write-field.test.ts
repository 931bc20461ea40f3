import { ColumnId, InvestorId, newId } from '@crm/shared';
import type { Column } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { fieldOps } from './write-field.ts';

const column = (type: Column['type']): Column => ({
  id: newId(ColumnId),
  name: 'Field',
  type,
  options: {},
  position: 'a0',
  key: null,
  deletedAt: null,
  ver: 1,
});
const row = newId(InvestorId);

describe('fieldOps', () => {
  it('guards a value by the version that its author saw', () => {
    const text = column('text');
    expect(fieldOps('a', { row, column: text, value: 'b', ifVer: 7 })).toEqual([
      { t: 'cell.set', row, col: text.id, value: 'b', ifVer: 7 },
    ]);
  });
  it('writes nothing when nothing changes', () => {
    expect(fieldOps('a', { row, column: column('text'), value: 'a', ifVer: 7 })).toEqual([]);
    expect(fieldOps(null, { row, column: column('multiSelect'), value: null, ifVer: 0 })).toEqual([]);
  });
  it('changes a list member by member', () => {
    const many = column('multiSelect');
    expect(fieldOps(['a', 'b'], { row, column: many, value: ['b', 'c'], ifVer: 7 })).toEqual([
      { t: 'set.remove', row, col: many.id, item: 'a' },
      { t: 'set.add', row, col: many.id, item: 'c' },
    ]);
  });
});
