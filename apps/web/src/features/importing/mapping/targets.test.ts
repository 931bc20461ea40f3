import type { ColumnMapping } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { column, proposed } from './testing.ts';
import { givesNames, retarget, retype, withDistinctNames, withNames } from './targets.ts';

describe('retarget', () => {
  const money = proposed(' Fund II ', { type: 'currency', options: { currency: 'EUR' } });

  it('brings the name, the type and the currency along', () => {
    expect(retarget(money, undefined, 'new', 'USD')).toEqual({
      to: 'new',
      name: 'Fund II',
      type: 'currency',
      options: { currency: 'EUR' },
    });
    expect(retarget(money, undefined, 'fund', 'USD')).toEqual({
      to: 'fund',
      name: 'Fund II',
      currency: 'EUR',
    });
    expect(retarget(proposed('Size'), undefined, 'fund', 'CHF')).toMatchObject({ currency: 'CHF' });
  });

  it('comes back to what was proposed, with the name that was made distinct', () => {
    const was: ColumnMapping = { to: 'new', name: 'Size 2', type: 'number', options: {} };
    expect(retarget(money, was, 'new', 'USD')).toBe(was);
    const here = column('Size');
    expect(retarget(money, was, { col: here.id }, 'USD')).toEqual({ to: 'existing', col: here.id });
    expect(retarget(money, was, 'skip', 'USD')).toEqual({ to: 'skip' });
  });
});

describe('retype', () => {
  const tags = proposed('Tags', {
    type: 'multiSelect',
    question: { kind: 'listOrValue', text: '', choices: [] },
  });
  const mapping = { to: 'new', name: 'Labels', type: 'multiSelect', options: {} } as const;

  it('keeps the name, takes the options of the type, and answers what the type answers', () => {
    expect(retype(tags, mapping, 'singleSelect', 'USD')).toMatchObject({ name: 'Labels', answer: 'value' });
    expect(retype(tags, mapping, 'multiSelect', 'USD')).toMatchObject({ answer: 'list' });
    expect(retype(tags, mapping, 'text', 'USD')).not.toHaveProperty('answer');
    expect(retype(tags, mapping, 'currency', 'CHF')).toMatchObject({ options: { currency: 'CHF' } });
  });
});

describe('withDistinctNames', () => {
  it('puts numbers behind names that are taken, in the file or in the sheet', () => {
    const fresh = (name: string): ColumnMapping => ({ to: 'new', name, type: 'text', options: {} });
    const fund: ColumnMapping = { to: 'fund', name: 'NAME', currency: 'USD' };
    const skip: ColumnMapping = { to: 'skip' };
    const named = withDistinctNames([fresh('Name'), fresh('name'), skip, fund, fresh('Stage')], ['stage ']);
    expect(named.map((one) => ('name' in one ? one.name : one.to))).toEqual([
      'Name',
      'name 2',
      'skip',
      'NAME 3',
      'Stage 2',
    ]);
  });
});

describe('withNames', () => {
  const name = column('Name', { key: 'name' });
  const text: ColumnMapping = { to: 'new', name: 'Firm', type: 'text', options: {} };
  const named: ColumnMapping = { to: 'existing', col: name.id };

  it('takes the first text for the names of the investors, unless another column is', () => {
    expect(withNames([text, text], [name])).toEqual([named, text]);
    expect(withNames([text, named], [name])).toEqual([text, named]);
    expect(withNames([{ ...text, type: 'number' }], [name])).toEqual([{ ...text, type: 'number' }]);
    expect(withNames([text], [])).toEqual([text]);
  });

  it('knows when nobody would have a name', () => {
    expect(givesNames([text], [name])).toBe(false);
    expect(givesNames([text, named], [name])).toBe(true);
    expect(givesNames([text], [column('Name', { key: 'name', deletedAt: '2026-01-01T00:00:00.000Z' })])).toBe(
      true,
    );
  });
});
