import { describe, expect, it } from 'vitest';
import { addsUp, type CellChange, changesNothing, kindsOf } from './account.ts';

describe('the account', () => {
  it('adds up when every cell stands in one place', () => {
    expect(addsUp({ read: 15, imported: 13, changedInMeaning: 1, rejected: 1 })).toBe(true);
    expect(addsUp({ read: 15, imported: 13, changedInMeaning: 1, rejected: 0 })).toBe(false);
  });

  it('calls it no change only when no row and no column is', () => {
    const receipt = (fresh: number, changed: number) => ({
      rows: { read: 4, new: fresh, changed, unchanged: 4, problem: 0 },
      cells: { read: 0, imported: 0, changedInMeaning: 0, rejected: 0 },
      columns: [],
      problems: [],
    });
    expect(changesNothing(receipt(0, 0), 0)).toBe(true);
    expect(changesNothing(receipt(0, 0), 1)).toBe(false);
    expect(changesNothing(receipt(1, 0), 0)).toBe(false);
    expect(changesNothing(receipt(0, 1), 0)).toBe(false);
  });

  it('counts the listed cells by kind', () => {
    const cell = (kind: CellChange['kind']): CellChange => ({
      line: 1,
      row: null,
      label: '',
      column: '',
      before: '',
      after: '',
      kind,
      note: null,
    });
    expect(kindsOf([cell('new'), cell('new'), cell('conflict')])).toEqual({
      new: 2,
      changed: 0,
      conflict: 1,
      meaning: 0,
      rejected: 0,
    });
  });
});
