import { Contact } from '@crm/shared';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { announce } from '../../../../ui/announce.ts';
import { Button } from '../../../../ui/button.tsx';
import { Field, Input, Textarea } from '../../../../ui/field.tsx';
import { useGrid } from '../../model/use-model.ts';
import { contactName } from './contact-items.ts';
import css from './contacts.module.css';
import type { Employer } from './other-investors.ts';
import { readAddresses } from './read-addresses.ts';

/** The fields of one contact. A contact is one person everywhere, so that a change shows at each of their investors. */
export function ContactForm(props: { contact: Contact; others: readonly Employer[]; onDone: () => void }) {
  const model = useGrid();
  const { contact, others } = props;
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(contact.name);
  const [title, setTitle] = useState(contact.title);
  const [phone, setPhone] = useState(contact.phone);
  const [addresses, setAddresses] = useState(contact.addresses.join('\n'));
  const [tried, setTried] = useState(false);
  useEffect(() => first.current?.focus(), []);
  const read = readAddresses(addresses);
  const empty = name.trim() === '' && read.addresses.length === 0;
  const save = () => {
    setTried(true);
    if (!read.ok || empty) return;
    const next = Contact.safeParse({
      ...contact,
      name: name.trim(),
      title: title.trim(),
      phone: phone.trim(),
      addresses: read.addresses,
    });
    if (!next.success) return;
    model.session.commit([{ t: 'contact.put', contact: next.data }], `Edit ${contactName(next.data)}`);
    announce('Saved');
    props.onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const inArea = event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') props.onDone();
    else if (
      event.key === 'Enter' &&
      (!inArea || event.ctrlKey || event.metaKey) &&
      !(event.target instanceof HTMLButtonElement)
    )
      save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="presentation" className={css.keys} onKeyDown={onKeyDown}>
      <div className={css.form} role="group" aria-label={`Edit ${contactName(contact)}`}>
        <Field label="Name" error={tried && empty ? 'Give a name or an address.' : null}>
          <Input
            ref={first}
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className={css.pair}>
          <Field label="Title">
            <Input
              value={title}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          <Field label="Phone">
            <Input
              type="tel"
              value={phone}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => setPhone(event.target.value)}
            />
          </Field>
        </div>
        <Field
          label="E-mail addresses"
          hint="One on each line."
          error={tried && !read.ok ? read.reason : null}
        >
          <Textarea
            rows={2}
            value={addresses}
            spellCheck={false}
            onChange={(event) => setAddresses(event.target.value)}
          />
        </Field>
        {others.length > 0 ? (
          <p className={css.shared}>
            {contactName(contact)} also belongs to {others.map((other) => other.name).join(', ')}. What you
            change here shows there too.
          </p>
        ) : null}
        <div className={css.actions}>
          <Button size="s" onClick={props.onDone}>
            Cancel
          </Button>
          <Button size="s" variant="primary" onClick={save}>
            Save
          </Button>
        </div>
      </div>
    </div>
  );
}
