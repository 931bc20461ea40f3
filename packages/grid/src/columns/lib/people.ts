import type { CellValue } from '@crm/shared';
import type { ColumnContext, ParseResult } from '../types.ts';
import { shorten } from './money.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text has the shape of the program's ids. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** The name a person cell shows; someone unknown shows as such rather than as nothing. */
export function personName(value: CellValue, ctx: ColumnContext): string {
  return typeof value === 'string' && value !== '' ? (ctx.person(value)?.name ?? 'Unknown person') : '';
}

/** The person's address, which is theirs alone; the name where there is none. */
export function personText(value: CellValue, ctx: ColumnContext): string {
  if (typeof value !== 'string' || value === '') return '';
  const person = ctx.person(value);
  if (!person) return value;
  const same = ctx.people().filter((other) => other.name.toLowerCase() === person.name.toLowerCase());
  return same.length > 1 ? `${person.name} <${person.email}>` : person.name;
}

/** Finds a member of the team by name, address, `Name <address>` or id. */
export function parsePerson(text: string, ctx: ColumnContext): ParseResult {
  const s = text.trim();
  if (s === '') return { ok: true, value: null };
  if (isId(s)) return { ok: true, value: s };
  const wanted = (/<([^<>]+)>$/.exec(s)?.[1] ?? s).toLowerCase();
  const found = ctx
    .people()
    .filter((p) => p.email.toLowerCase() === wanted || p.name.toLowerCase() === wanted);
  const [first] = found;
  if (!first) return { ok: false, reason: `Nobody in this workspace is called “${shorten(text)}”.` };
  if (found.length > 1)
    return { ok: false, reason: `Several people are called “${shorten(text)}”; use the e-mail address.` };
  return { ok: true, value: first.id };
}
