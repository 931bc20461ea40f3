import type { Column } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { checkMapping, isReady } from './check-mapping.ts';
import { column, proposed } from './testing.ts';

const fresh = (name: string): ColumnMapping => ({ to: 'new', name, type: 'text', options: {} });
const check = (
  files: ProposedColumn[],
  mapping: ColumnMapping[],
  columns: Column[] = [],
  key: number | null = null,
) => checkMapping(files, mapping, key, columns);

describe('checkMapping', () => {
  it('is content with new, existing, fund and skipped columns', () => {
    const here = column('Stage');
    const files = ['Name', 'Stage', 'Fund I', 'Old'].map((name, index) => proposed(name, { index }));
    const mapping: ColumnMapping[] = [
      fresh('Name'),
      { to: 'existing', col: here.id },
      { to: 'fund', name: 'Fund I', currency: 'USD' },
      { to: 'skip' },
    ];
    expect(isReady(check(files, mapping, [here], 0))).toBe(true);
  });

  it('wants each new name once, and not one that the sheet has', () => {
    const files = [proposed('A'), proposed('B'), proposed('C')];
    const { columns } = check(files, [fresh('Size'), fresh(' size '), fresh(' ')]);
    expect(columns).toEqual([
      expect.stringContaining('Two columns would be called “Size”'),
      expect.stringContaining('Two columns would be called “size”'),
      'Give the column a name.',
    ]);
    expect(check([proposed('A')], [fresh('stage')], [column('Stage')]).columns[0]).toMatch(/“Stage” already/);
    expect(
      check([proposed('A')], [fresh('gone')], [column('Gone', { deletedAt: '2026-01-01T00:00:00.000Z' })])
        .columns[0],
    ).toBeNull();
  });

  it('wants each column of the sheet once, alive, and writable', () => {
    const here = column('Stage');
    const gone = column('Gone', { deletedAt: '2026-01-01T00:00:00.000Z' });
    const computed = column('Created', { type: 'createdTime' });
    const to = (one: Column): ColumnMapping => ({ to: 'existing', col: one.id });
    const files = [proposed('A'), proposed('B'), proposed('C'), proposed('D')];
    const { columns } = check(files, [to(here), to(here), to(gone), to(computed)], [here, gone, computed]);
    expect(columns).toEqual([
      expect.stringContaining('Two columns of the file go to “Stage”'),
      expect.stringContaining('Two columns of the file go to “Stage”'),
      expect.stringContaining('no longer in the sheet'),
      expect.stringContaining('filled in by itself'),
    ]);
  });

  it('asks what the file does not say, until it is answered or beside the point', () => {
    const question = { kind: 'dayMonth' as const, text: 'Which comes first?', choices: [] };
    const file = [proposed('Met', { type: 'date', question })];
    const date: ColumnMapping = { to: 'new', name: 'Met', type: 'date', options: {} };
    expect(check(file, [date]).columns).toEqual(['Which comes first?']);
    expect(check(file, [{ ...date, answer: 'us' }]).columns).toEqual([null]);
    expect(check(file, [{ ...date, type: 'text' }]).columns).toEqual([null]);
    const here = column('Met', { type: 'date' });
    expect(check(file, [{ to: 'existing', col: here.id }], [here]).columns).toEqual(['Which comes first?']);
  });

  it('wants a key whose cells can be compared, and something to import', () => {
    const files = [proposed('Name'), proposed('Fund I', { index: 1 })];
    const fund: ColumnMapping = { to: 'fund', name: 'Fund I', currency: 'USD' };
    expect(check(files, [{ to: 'skip' }, fund], [], 0).key).toMatch(/“Name” is left out/);
    expect(check(files, [{ to: 'skip' }, fund], [], 1).key).toMatch(/amounts of a fund/);
    expect(check(files, [fresh('Name'), fund], [], 0).key).toBeNull();
    expect(check(files, [{ to: 'skip' }, { to: 'skip' }]).whole).toMatch(/nothing to import/);
  });
});
