import type { ColumnContext, PersonRef } from '@crm/grid/columns';
import type { SheetSession, SheetView } from '@crm/grid/sync';
import type { Contact } from '@crm/shared';

/** Contacts by name and by address, without regard to case; made anew when contacts change. */
class ContactFinder {
  private made: readonly Contact[] | null = null;
  private readonly index = new Map<string, Contact[]>();

  find(text: string, contacts: readonly Contact[]): readonly Contact[] {
    if (this.made !== contacts) {
      this.made = contacts;
      this.index.clear();
      for (const contact of contacts) {
        const keys = new Set([contact.name, ...contact.addresses].map((key) => key.trim().toLowerCase()));
        for (const key of keys) {
          if (key === '') continue;
          const list = this.index.get(key);
          if (list) list.push(contact);
          else this.index.set(key, [contact]);
        }
      }
    }
    return this.index.get(text.trim().toLowerCase()) ?? [];
  }
}

/** What reading and writing values depends on, for this sheet and the people of this workspace. */
export function columnContext(session: SheetSession, people: readonly PersonRef[]): ColumnContext {
  const view: SheetView = session.view;
  const byId = new Map(people.map((person) => [person.id, person]));
  const finder = new ContactFinder();
  const contacts = new Map<string, Contact>();
  let listed: readonly Contact[] | null = null;
  const all = () => {
    const now = view.contacts();
    if (now !== listed) {
      listed = now;
      contacts.clear();
      for (const contact of now) contacts.set(contact.id, contact);
    }
    return contacts;
  };
  return {
    locale: undefined,
    timeZone: session.workspace?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    get now() {
      return new Date();
    },
    person: (id) => byId.get(id),
    people: () => people,
    contact: (id) => all().get(id),
    findContacts: (text) => finder.find(text, view.contacts()),
  };
}
