import {
  ContactId,
  newId,
  type CellValue,
  type Column,
  type ColumnOptions,
  type Contact,
  type Op,
} from '@crm/shared';
import {
  commitmentOf,
  contactFromText,
  kindOf,
  namesStatus,
  validateCell,
  withChoices,
  type ColumnContext,
} from '../columns/index.ts';

/** What reading one text for one column gave. */
export type CellReading =
  /** `note` says how the value differs in meaning from the text. */
  | { readonly ok: true; readonly value: CellValue; readonly note?: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads texts for cells and gathers what must be made first: choices that a column lacks and contacts that nobody has
 * entered yet. `ops` makes them, in order, before the cells are written.
 */
export class CellReader {
  readonly #ctx: ColumnContext;
  readonly #options = new Map<string, { readonly column: Column; options: ColumnOptions }>();
  readonly #contacts = new Map<string, Contact>();
  readonly #named = new Map<string, Contact>();

  constructor(ctx: ColumnContext) {
    this.#ctx = {
      ...ctx,
      person: (id) => ctx.person(id),
      people: () => ctx.people(),
      contact: (id) => ctx.contact(id) ?? this.#contacts.get(id),
      findContacts: (text) => {
        const known = ctx.findContacts(text);
        const made = this.#named.get(text.trim().toLowerCase());
        return known.length > 0 || !made ? known : [made];
      },
    };
  }

  /** Reads `text` for a cell that now holds `before`. Never throws. */
  read(column: Column, text: string, before: CellValue): CellReading {
    const kind = kindOf(column.type);
    const options = this.optionsOf(column);
    let result = kind.parse(text, options, this.#ctx);
    if (result.ok && result.newChoices && result.newChoices.length > 0) {
      const more = withChoices(options, result.newChoices);
      if ((more.choices?.length ?? 0) > 1000)
        return { ok: false, reason: 'A column has at most 1,000 choices.' };
      this.#options.set(column.id, { column, options: more });
      result = kind.parse(text, more, this.#ctx);
    }
    if (result.ok && result.newContacts && result.newContacts.length > 0) {
      for (const name of result.newContacts) this.#makeContact(name);
      result = kind.parse(text, options, this.#ctx);
    }
    if (!result.ok) return result;
    const missing = result.newChoices?.[0] ?? result.newContacts?.[0];
    if (missing !== undefined) return { ok: false, reason: `“${missing}” could not be added.` };
    const value = keepStatus(result.value, text, before);
    const reason = validateCell({ type: column.type, options: this.optionsOf(column) }, value);
    if (reason !== null) return { ok: false, reason };
    return result.note === undefined ? { ok: true, value } : { ok: true, value, note: result.note };
  }

  /** The column's options with the choices that were read so far. */
  optionsOf(column: Column): ColumnOptions {
    return this.#options.get(column.id)?.options ?? column.options;
  }

  /** What makes the new choices and contacts. */
  get ops(): Op[] {
    const contacts = [...this.#contacts.values()].map((contact): Op => ({ t: 'contact.put', contact }));
    const choices = [...this.#options.values()].map(({ column, options }): Op => ({
      t: 'col.set',
      col: column.id,
      patch: { options },
    }));
    return [...choices, ...contacts];
  }

  #makeContact(text: string): void {
    const { name, addresses } = contactFromText(text);
    const contact = { id: newId(ContactId), name, title: '', phone: '', addresses, deletedAt: null };
    this.#contacts.set(contact.id, contact);
    for (const key of [name, ...addresses]) if (key !== '') this.#named.set(key.toLowerCase(), contact);
  }
}

/** An amount without a status, put over one that has a status, keeps it. */
function keepStatus(value: CellValue, text: string, before: CellValue): CellValue {
  const now = commitmentOf(value);
  const was = commitmentOf(before);
  return now && was && !namesStatus(text) ? { amount: now.amount, status: was.status } : value;
}
