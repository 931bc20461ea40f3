import type { Receipt } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { outcomeWords } from './run-words.ts';

const receipt = (rows: Partial<Receipt['rows']>, rejected = 0): Receipt => ({
  rows: { read: 0, new: 0, changed: 0, unchanged: 0, problem: 0, ...rows },
  cells: { read: rejected, imported: 0, changedInMeaning: 0, rejected },
  columns: [],
  problems: [],
});

describe('outcomeWords', () => {
  it('names what an import did, and plainly that it did nothing', () => {
    expect(outcomeWords(receipt({ new: 412 }))).toBe('412 new investors');
    expect(outcomeWords(receipt({ new: 1, changed: 3 }, 2))).toBe(
      '1 new investor, 3 changed, 2 cells left out',
    );
    expect(outcomeWords(receipt({ unchanged: 5 }))).toBe('0 changes');
    expect(outcomeWords(receipt({ problem: 1 }, 4))).toBe('0 changes, 4 cells left out');
  });
});
