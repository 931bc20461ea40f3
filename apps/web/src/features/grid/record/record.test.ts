import { InvestorId, newId } from '@crm/shared';
import type { SheetChange } from '@crm/grid/sync';
import { describe, expect, it } from 'vitest';
import { readAddresses } from './contacts/read-addresses.ts';
import { findItems } from './find-items.ts';
import { recordInAddress, recordLink } from './record-link.ts';
import { concerns } from './use-record.ts';

describe('record addresses', () => {
  const row = newId(InvestorId);
  it('opens the record again, in the same view', () => {
    const link = recordLink(row, { origin: 'https://crm.example', search: '?view=abc&filter=x' });
    expect(link).toBe(`https://crm.example/grid?view=abc&record=${row}`);
    expect(recordInAddress(new URL(link).search)).toBe(row);
  });
  it('asks for nothing when the address is cut off', () => {
    expect(recordInAddress('?record=123')).toBeNull();
    expect(recordInAddress('')).toBeNull();
  });
});

describe('findItems', () => {
  const items = [
    { id: '1', name: 'Bea Anders', detail: 'bea@x.com' },
    { id: '2', name: 'Anna Berg', detail: 'CFO' },
    { id: '3', name: 'Cy' },
  ];
  it('puts names that begin with the text first, and looks into details', () => {
    expect(findItems(items, 'an').found.map((item) => item.id)).toEqual(['2', '1']);
    expect(findItems(items, 'X.COM bea').found.map((item) => item.id)).toEqual(['1']);
    expect(findItems(items, 'cy')).toMatchObject({ exact: true, more: 0 });
  });
  it('counts what it does not show', () => {
    const many = Array.from({ length: 150 }, (_, i) => ({ id: `${i}`, name: `Person ${i}` }));
    expect(findItems(many, '')).toMatchObject({ more: 50 });
    expect(findItems(many, 'person')).toMatchObject({ more: 50 });
  });
});

describe('readAddresses', () => {
  it('reads lines, commas and brackets, each address once', () => {
    expect(readAddresses(' a@x.com, <B@y.com>\nA@X.com; ')).toEqual({
      ok: true,
      addresses: ['a@x.com', 'B@y.com'],
    });
    expect(readAddresses('')).toEqual({ ok: true, addresses: [] });
  });
  it('says which is none', () => {
    expect(readAddresses('a@x.com ann')).toMatchObject({
      ok: false,
      reason: '“ann” is not an e-mail address.',
    });
  });
});

describe('concerns', () => {
  const row = newId(InvestorId);
  const change: SheetChange = { cells: [], rows: [], columns: false, contacts: false, communications: [] };
  it('hears of this row and of what all rows share, not of other rows', () => {
    expect(concerns(change, row, 3)).toBe(false);
    expect(concerns({ ...change, rows: [4] }, row, 3)).toBe(false);
    expect(concerns({ ...change, rows: [3] }, row, 3)).toBe(true);
    expect(concerns({ ...change, cells: null }, row, 3)).toBe(true);
    expect(concerns({ ...change, communications: [row] }, row, 3)).toBe(true);
    expect(concerns({ ...change, contacts: true }, row, 3)).toBe(true);
  });
});
