import { kindOf } from '@crm/grid/columns';
import type { Contact } from '@crm/shared';
import { Mail, Pencil, Phone, UserMinus } from 'lucide-react';
import { useRef } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useGrid } from '../../model/use-model.ts';
import { personHue } from '../../surface/chips.ts';
import { openRecord } from '../steps.ts';
import { ContactForm } from './contact-form.tsx';
import { contactName } from './contact-items.ts';
import css from './contacts.module.css';
import type { Employer } from './other-investors.ts';

/** One contact: who they are, how to reach them, and which other investors they belong to. */
export function ContactCard(props: {
  contact: Contact;
  others: readonly Employer[];
  editing: boolean;
  writable: boolean;
  onEdit: (open: boolean) => void;
  onRemove: () => void;
}) {
  const { contact, others } = props;
  const edit = useRef<HTMLButtonElement>(null);
  const name = contactName(contact);
  if (props.editing) {
    return (
      <li className={css.card}>
        <ContactForm
          contact={contact}
          others={others}
          onDone={() => {
            props.onEdit(false);
            // The button is there again after the next paint.
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li className={css.card}>
      <Avatar name={name} hue={personHue(contact.id)} size={32} />
      <div className={css.words}>
        <div className={css.name}>{name}</div>
        {contact.title ? <div className={css.title}>{contact.title}</div> : null}
        {contact.addresses.map((address) => (
          <a key={address} className={css.reach} href={`mailto:${address}`}>
            <Mail size={14} aria-hidden />
            <span>{address}</span>
            {kindOf('email').flag(address) ? <span className={css.odd}>looks mistyped</span> : null}
          </a>
        ))}
        {contact.phone ? (
          <a className={css.reach} href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            <Phone size={14} aria-hidden />
            <span>{contact.phone}</span>
          </a>
        ) : null}
        <Others others={others} />
      </div>
      {props.writable ? (
        <div className={css.tools}>
          <IconButton
            ref={edit}
            label={`Edit ${name}`}
            size="s"
            icon={<Pencil size={14} aria-hidden />}
            onClick={() => props.onEdit(true)}
          />
          <IconButton
            label={`Remove ${name} from this investor`}
            size="s"
            icon={<UserMinus size={14} aria-hidden />}
            onClick={props.onRemove}
          />
        </div>
      ) : null}
    </li>
  );
}

/** Links to the other investors of a contact. */
function Others({ others }: { others: readonly Employer[] }) {
  const model = useGrid();
  if (others.length === 0) return null;
  return (
    <p className={css.others}>
      Also at{' '}
      {others.slice(0, 5).map((other, at) => (
        <span key={other.row}>
          {at > 0 ? ', ' : ''}
          <button type="button" className={css.link} onClick={() => openRecord(model, other.row)}>
            {other.name}
          </button>
        </span>
      ))}
      {others.length > 5 ? ` and ${others.length - 5} more` : ''}
    </p>
  );
}
