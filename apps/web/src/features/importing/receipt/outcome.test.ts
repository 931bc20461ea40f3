import { ImportId, newId } from '@crm/shared';
import type { ImportStatus, Receipt } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { leftOutOf, outcomeTitle } from './outcome.ts';

const receipt: Receipt = {
  rows: { read: 5, new: 2, changed: 1, unchanged: 2, problem: 0 },
  cells: { read: 20, imported: 10, changedInMeaning: 0, rejected: 10 },
  columns: [
    { name: 'Photo', type: 'skip', evidence: '' },
    { name: 'Name', type: 'text', evidence: '' },
  ],
  problems: [
    { row: 1, column: 'Photo', value: '', reason: 'The column is left out: 9 cells.' },
    { row: 3, column: 'Name', value: 'x', reason: 'Something else: 3 cells.' },
  ],
};
const run: ImportStatus = {
  id: newId(ImportId),
  fileName: 'LPs.csv',
  state: 'done',
  done: 3,
  total: 3,
  error: null,
  userId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  receipt,
};

describe('the receipt', () => {
  it('is headed by what became of the import', () => {
    expect(outcomeTitle(run)).toBe('LPs.csv: 2 new investors, 1 changed');
    expect(
      outcomeTitle({ ...run, receipt: { ...receipt, rows: { ...receipt.rows, new: 0, changed: 0 } } }),
    ).toBe('LPs.csv: 0 changes');
    expect(outcomeTitle({ ...run, state: 'undone' })).toMatch(/was undone/);
    expect(outcomeTitle({ ...run, state: 'failed' })).toMatch(/stopped/);
  });

  it('knows how many of the rejected cells stand in columns left out', () => {
    expect(leftOutOf(receipt)).toBe(9);
  });
});
