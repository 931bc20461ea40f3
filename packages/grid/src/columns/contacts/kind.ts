import type { CellValue, Contact } from '@crm/shared';
import { defineKind, listOf, MANY_OPERATORS } from '../lib/kind.ts';
import { joinList, splitList } from '../lib/list.ts';
import { shorten } from '../lib/money.ts';
import { isId } from '../lib/people.ts';
import type { ColumnContext, ParseResult } from '../types.ts';

/** People who work for the investor, held as contact ids. */
export const contactsKind = defineKind({
  type: 'contacts',
  label: 'Contacts',
  icon: 'contact',
  editor: 'contacts',
  filterOperators: [...MANY_OPERATORS.slice(0, 2), 'contains', 'doesNotContain', ...MANY_OPERATORS.slice(2)],
  validate(value) {
    if (value === null) return null;
    if (!Array.isArray(value) || !value.every(isId)) return 'This column holds a list of contacts.';
    return new Set(value).size === value.length ? null : 'A contact stands in the list twice.';
  },
  parse: (text, _options, ctx) => parseContacts(text, ctx),
  format: (value, _options, ctx) => contactsOf(value, ctx).map(contactName).join(', '),
  toText: (value, _options, ctx) => joinList(contactsOf(value, ctx).map(contactText)),
});

function parseContacts(text: string, ctx: ColumnContext): ParseResult {
  const ids = new Set<string>();
  const fresh = new Map<string, string>();
  for (const part of splitList(text.replace(/[\r\n;]+/g, ','))) {
    const { name, addresses } = contactFromText(part);
    const found = ctx.findContacts(addresses[0] ?? name);
    const [first] = found;
    if (found.length > 1) {
      return { ok: false, reason: `Several contacts are called “${shorten(part)}”; use the e-mail address.` };
    }
    if (first) ids.add(first.id);
    else fresh.set(part.toLowerCase(), part);
  }
  const value = ids.size > 0 ? [...ids] : null;
  return fresh.size > 0 ? { ok: true, value, newContacts: [...fresh.values()] } : { ok: true, value };
}

/** What a new contact is made of: `Ann Lee`, `ann@lee.com` or `Ann Lee <ann@lee.com>`. */
export function contactFromText(text: string): Pick<Contact, 'name' | 'addresses'> {
  const named = /^(.*?)\s*<\s*([^<>\s]+)\s*>$/.exec(text.trim());
  if (named)
    return { name: (named[1] ?? '').trim().slice(0, 200), addresses: [(named[2] ?? '').slice(0, 320)] };
  const s = text.trim();
  return /^[^\s@]+@[^\s@]+$/.test(s)
    ? { name: '', addresses: [s.slice(0, 320)] }
    : { name: s.slice(0, 200), addresses: [] };
}

function contactsOf(value: CellValue, ctx: ColumnContext): Contact[] {
  return listOf(value).flatMap((id) => ctx.contact(id) ?? []);
}

function contactName(contact: Contact): string {
  return contact.name || contact.addresses[0] || 'Unnamed contact';
}

function contactText(contact: Contact): string {
  const [address] = contact.addresses;
  if (!address) return contact.name;
  return contact.name ? `${contact.name} <${address}>` : address;
}
