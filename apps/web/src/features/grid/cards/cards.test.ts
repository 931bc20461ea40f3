import type { ColumnContext } from '@crm/grid/columns';
import { createLocalSession } from '@crm/grid/sync';
import { ColumnId, ContactId, FundId, InvestorId, newId } from '@crm/shared';
import type { BuiltinKey, Column } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { cardColumns, cardFacts, findCards } from './card-facts.ts';
import { visibleCards } from './visible.ts';

const column = (
  name: string,
  type: Column['type'],
  key: BuiltinKey | null,
  options: Column['options'] = {},
): Column => ({
  id: newId(ColumnId),
  name,
  type,
  options,
  position: `a${name}`,
  key,
  deletedAt: null,
  ver: 1,
});
const name = column('Name', 'text', 'name');
const step = column('Next step', 'text', 'nextStep');
const people = column('Contacts', 'contacts', 'contacts');
const fund = column('Fund I', 'commitment', null, { currency: 'USD', fundId: newId(FundId) });
const ann = {
  id: newId(ContactId),
  name: 'Ann Lee',
  title: '',
  phone: '',
  addresses: ['ann@lee.com'],
  deletedAt: null,
};
const session = createLocalSession(
  [name, step, people, fund],
  [
    {
      id: newId(InvestorId),
      position: 'a0',
      values: {
        [name.id]: 'Acme',
        [step.id]: 'Call',
        [people.id]: [ann.id],
        [fund.id]: { amount: 250_000_00, status: 'soft' },
      },
    },
    { id: newId(InvestorId), position: 'a1', values: { [name.id]: 'Beta' } },
  ],
  { contacts: [ann] },
);
const { view } = session;
const ctx: ColumnContext = {
  locale: 'en-US',
  timeZone: 'UTC',
  now: new Date(),
  person: () => undefined,
  people: () => [],
  contact: (id) => (id === ann.id ? ann : undefined),
  findContacts: () => [],
};
const columns = cardColumns(view.columns());

describe('cards', () => {
  it('shows what matters of an investor', () => {
    expect(cardFacts(view, 0, columns, ctx)).toEqual({
      name: 'Acme',
      lists: [],
      nextStep: 'Call',
      owner: '',
      funds: [{ fund: 'Fund I', short: '$250K', exact: '$250,000', status: 'Soft' }],
    });
    expect(cardFacts(view, 1, columns, ctx).funds).toEqual([]);
  });
  it('is found by every word, also of its contacts and their addresses', () => {
    expect(findCards(view, [1, 0], columns, '', ctx)).toEqual([1, 0]);
    expect(findCards(view, [1, 0], columns, 'CALL lee.com', ctx)).toEqual([0]);
    expect(findCards(view, [1, 0], columns, 'call beta', ctx)).toEqual([]);
  });
});

describe('visibleCards', () => {
  it('covers the window, with some to spare, within the list', () => {
    expect(visibleCards({ top: 0, height: 500 }, 100, 1000)).toEqual({ first: 0, end: 11 });
    expect(visibleCards({ top: 5000, height: 500 }, 100, 1000)).toEqual({ first: 44, end: 61 });
    expect(visibleCards({ top: 99_900, height: 500 }, 100, 1000)).toEqual({ first: 993, end: 1000 });
    expect(visibleCards({ top: 0, height: 500 }, 100, 0)).toEqual({ first: 0, end: 0 });
  });
});
