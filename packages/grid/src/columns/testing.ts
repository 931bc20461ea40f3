import { ContactId, newId, type CellValue, type ColumnOptions, type Contact } from '@crm/shared';
import type { ColumnContext, ColumnKind, PersonRef } from './types.ts';

/** A context for tests: US English, New York, noon of 5 March 2026 there. */
export function testContext(
  over: Partial<ColumnContext> = {},
  contacts: readonly Contact[] = [],
): ColumnContext {
  const people: readonly PersonRef[] = [ADA, BOB];
  return {
    locale: 'en-US',
    timeZone: 'America/New_York',
    now: new Date('2026-03-05T17:00:00Z'),
    person: (id) => people.find((person) => person.id === id),
    people: () => people,
    contact: (id) => contacts.find((contact) => contact.id === id),
    findContacts: (text) => {
      const wanted = text.trim().toLowerCase();
      const matches = (contact: Contact) =>
        contact.name.toLowerCase() === wanted || contact.addresses.some((a) => a.toLowerCase() === wanted);
      return contacts.filter(matches);
    },
    ...over,
  };
}

export const ADA: PersonRef = {
  id: '01890000-0000-7000-8000-00000000000a',
  name: 'Ada King',
  email: 'ada@fund.test',
};
export const BOB: PersonRef = {
  id: '01890000-0000-7000-8000-00000000000b',
  name: 'Bob Roe',
  email: 'bob@fund.test',
};

/** A contact with the given name and addresses. */
export function testContact(name: string, ...addresses: string[]): Contact {
  return { id: newId(ContactId), name, title: '', phone: '', addresses, deletedAt: null };
}

/** The value that the text gives; a refusal comes back as `!` and its reason. */
export function read(kind: ColumnKind, text: string, options: ColumnOptions, ctx = testContext()): CellValue {
  const result = kind.parse(text, options, ctx);
  return result.ok ? result.value : `!${result.reason}`;
}
