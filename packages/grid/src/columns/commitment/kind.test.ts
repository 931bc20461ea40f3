import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { CommitmentStatus } from '@crm/shared';
import { read, testContext } from '../testing.ts';
import { commitmentKind, namesStatus } from './kind.ts';

const eur = { currency: 'EUR' };

it('reads an amount with or without a status', () => {
  expect(read(commitmentKind, '$250,000', {})).toEqual({ amount: 25_000_000, status: 'committed' });
  expect(read(commitmentKind, '250k (Soft)', {})).toEqual({ amount: 25_000_000, status: 'soft' });
  expect(read(commitmentKind, '€1.000,50 funded', eur)).toEqual({ amount: 100_050, status: 'funded' });
  expect(read(commitmentKind, 'soft', {})).toBeNull();
  expect(read(commitmentKind, 'lots', {})).toMatch(/^!/);
  expect(['5 soft', '5'].map(namesStatus)).toEqual([true, false]);
});
it('writes text that reads back', () => {
  const value = fc.record({
    amount: fc.maxSafeInteger(),
    status: fc.constantFrom(...CommitmentStatus.options),
  });
  fc.assert(
    fc.property(value, (held) => {
      expect(read(commitmentKind, commitmentKind.toText(held, eur, testContext()), eur)).toEqual(held);
    }),
  );
});
