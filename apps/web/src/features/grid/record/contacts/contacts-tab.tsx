import { ContactId } from '@crm/shared';
import type { Contact, InvestorId, Op } from '@crm/shared';
import { ContactRound, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { EmptyState } from '../../../../ui/states.tsx';
import { newContact } from '../../commands/ops.ts';
import { useGrid } from '../../model/use-model.ts';
import { Picker } from '../picker.tsx';
import { undoable } from '../undoable.ts';
import { ContactCard } from './contact-card.tsx';
import { contactItems, contactName } from './contact-items.ts';
import css from './contacts.module.css';
import { otherInvestors } from './other-investors.ts';

/** The people who work for the investor. */
export function ContactsTab({ row }: { row: InvestorId }) {
  const model = useGrid();
  const { view, session } = model;
  const [editing, setEditing] = useState<ContactId | null>(null);
  const columns = view.columns();
  const column = columns.find((one) => one.key === 'contacts');
  if (!column) {
    return (
      <EmptyState title="The contacts column was deleted">
        Restore it from the archived columns to see who works here.
      </EmptyState>
    );
  }
  const slot = view.slotOf(row) ?? -1;
  const value = model.value(slot, column.id);
  const ids = Array.isArray(value) ? value.flatMap((id) => ContactId.safeParse(id).data ?? []) : [];
  const contacts = ids.flatMap((id) => view.contact(id) ?? []);
  const name = columns.find((one) => one.key === 'name');
  const employers = otherInvestors(view, { contacts: column.id, name: name?.id ?? null }, row, ids);
  const add = (contact: Pick<Contact, 'id' | 'name' | 'addresses'>, before: readonly Op[] = []) =>
    session.commit(
      [...before, { t: 'set.add', row, col: column.id, item: contact.id }],
      `Add ${contactName(contact)} to ${column.name}`,
    );
  const remove = (contact: Contact) => {
    const at = { row, col: column.id, item: contact.id };
    undoable(model, {
      ops: [{ t: 'set.remove', ...at }],
      inverse: [{ t: 'set.add', ...at }],
      label: `Take ${contactName(contact)} out of ${column.name}`,
      done: `${contactName(contact)} no longer belongs to this investor`,
    });
  };
  const addButton = (
    <Popover
      label="Add a contact"
      trigger={
        <Button size="s" icon={<UserPlus size={14} aria-hidden />} disabled={!view.isLive(slot)}>
          Add a contact
        </Button>
      }
    >
      {(close) => (
        <Picker
          label="Find a contact or type a new one"
          placeholder="Name, or Name <address>"
          items={contactItems(view.contacts())}
          chosen={ids}
          createWord="New contact"
          onPick={(id) => {
            const contact = view.contact(ContactId.parse(id));
            if (contact && !ids.includes(contact.id)) add(contact);
            close();
          }}
          onCreate={(text) => {
            const contact = newContact(text);
            add(contact, [{ t: 'contact.put', contact }]);
            setEditing(contact.id);
            close();
          }}
        />
      )}
    </Popover>
  );
  if (contacts.length === 0) {
    return (
      <EmptyState icon={<ContactRound size={20} aria-hidden />} title="No contacts yet" action={addButton}>
        Contacts are the people you write to at this investor. Their addresses will also tell which mail
        belongs here.
      </EmptyState>
    );
  }
  return (
    <div className={css.contacts}>
      <ul className={css.list} aria-label="Contacts">
        {contacts.map((contact) => (
          <ContactCard
            key={contact.id}
            contact={contact}
            others={employers.get(contact.id) ?? []}
            editing={editing === contact.id}
            writable={view.isLive(slot)}
            onEdit={(open) => setEditing(open ? contact.id : null)}
            onRemove={() => remove(contact)}
          />
        ))}
      </ul>
      {addButton}
    </div>
  );
}
