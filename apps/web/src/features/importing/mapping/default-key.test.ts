import type { ColumnMapping } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { defaultKey } from './default-key.ts';
import { column, proposed } from './testing.ts';

const name = column('Name', { key: 'name' });
const mapping: ColumnMapping[] = [
  { to: 'existing', col: name.id },
  { to: 'new', name: 'Other', type: 'text', options: {} },
];
const files = (other: Parameters<typeof proposed>[1]) => [
  proposed('Firm', { index: 0 }),
  proposed('Other', { index: 1, ...other }),
];

describe('defaultKey', () => {
  it('is the name rather than a text that happens to differ in every row', () => {
    expect(defaultKey(1, files({ samples: ['met in May'] }), mapping, [name])).toBe(0);
    expect(defaultKey(0, files({}), mapping, [name])).toBe(0);
  });

  it('stays what was proposed for record ids, addresses, and where nothing is a name', () => {
    expect(defaultKey(1, files({ samples: ['recAbCdEfGh012345'] }), mapping, [name])).toBe(1);
    expect(defaultKey(1, files({ type: 'email', samples: ['a@b.com'] }), mapping, [name])).toBe(1);
    expect(defaultKey(1, files({}), mapping.toReversed(), [])).toBe(1);
    expect(defaultKey(null, files({}), mapping, [name])).toBeNull();
  });
});
