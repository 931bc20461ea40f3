import type { Contact } from '@crm/shared';
import type { PickItem } from '../find-items.ts';

/** What a contact is called: the name, else an address. */
export function contactName(contact: Pick<Contact, 'name' | 'addresses'>): string {
  return contact.name || contact.addresses[0] || 'Unnamed contact';
}

const items = new WeakMap<readonly Contact[], readonly PickItem[]>();

/** Contacts as lines to pick from, by name; made once per list. */
export function contactItems(contacts: readonly Contact[]): readonly PickItem[] {
  let made = items.get(contacts);
  if (!made) {
    made = contacts
      .map((contact) => ({
        id: contact.id,
        name: contactName(contact),
        detail: [contact.title, ...contact.addresses].filter((part) => part !== '').join(' · '),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    items.set(contacts, made);
  }
  return made;
}
