import { describe, expect, it } from 'vitest';
import { countKeys, keyFacts } from './key-facts.ts';
import { keyWords } from './key-words.ts';

describe('keyFacts', () => {
  it('counts filled rows and those that share their value', () => {
    const rows = [
      ['Ann', 'Hot'],
      ['Bob', 'Hot'],
      [' Ann ', ''],
      ['Cy', 'Cold'],
    ];
    expect(keyFacts(['Name', 'Stage'], rows)).toEqual([
      { filled: 4, alike: 2, example: 'Ann' },
      { filled: 3, alike: 2, example: 'Hot' },
    ]);
  });

  it('reads a file as the server does: mark, quoted line breaks, semicolons', async () => {
    expect(await countKeys(new Blob(['\ufeffName;Notes\nAnn;"one\ntwo; three"\nAnn;x']))).toEqual([
      { filled: 2, alike: 2, example: 'Ann' },
      { filled: 2, alike: 0, example: '' },
    ]);
    expect(await countKeys(new Blob(['Name\n"open']))).toBeNull();
  });
});

describe('keyWords', () => {
  const base = { title: 'Name', target: 'existing', rows: 10 } as const;

  it('says that a key tells all rows apart', () => {
    const words = keyWords({ ...base, facts: { filled: 10, alike: 0, example: '' } }).join(' ');
    expect(words).toContain('changes that investor');
    expect(words).toContain('10 of 10 are filled, and no two are alike');
  });

  it('says why it does not', () => {
    const words = keyWords({ ...base, facts: { filled: 7, alike: 2, example: 'Acme' } }).join(' ');
    expect(words).toContain('2 rows share their value with another (“Acme”)');
    expect(words).toContain('3 rows have no “Name”');
  });

  it('says that nothing is found by a column that is new, or without a key', () => {
    expect(keyWords({ ...base, target: 'new', facts: undefined }).join(' ')).toContain(
      'every row becomes a new investor',
    );
    expect(keyWords({ ...base, title: null, facts: undefined }).join(' ')).toContain('would add them again');
  });
});
