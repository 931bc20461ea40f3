import type { SheetSession } from '@crm/grid/sync';
import { appendLine } from '@crm/grid';
import { ColumnId, Contact, InvestorId, newId, OptionId } from '@crm/shared';
import type { CellValue, Column, Op } from '@crm/shared';
import type { Random } from './random.ts';

/** Makes edits as a person might, from what the page shows at that moment. */
export class Actor {
  readonly #random: Random;
  readonly #name: string;
  #count = 0;

  constructor(random: Random, name: string) {
    this.#random = random;
    this.#name = name;
  }

  /** The ops of one edit; none when the sheet has nothing to edit. */
  edit(session: SheetSession): Op[] {
    const random = this.#random;
    const rows = this.#rows(session);
    const dice = random.next();
    if (rows.length < 3 || dice < 0.06) return [this.#addRow(session)];
    const slot = random.pick(rows) ?? 0;
    const row = session.view.rowAt(slot).id;
    if (dice < 0.5) return this.#set(session, slot, row);
    if (dice < 0.62) return this.#append(session, row);
    if (dice < 0.72) return this.#toggle(session, slot, row);
    if (dice < 0.77) return [{ t: 'row.del', row }];
    if (dice < 0.82) return this.#restore(session);
    if (dice < 0.86) return [{ t: 'row.move', row, position: `a${this.#text()}` }];
    if (dice < 0.9) return this.#contact(session, row);
    if (dice < 0.94)
      return [...this.#set(session, slot, row), ...this.#append(session, row), this.#addRow(session)];
    return this.#columnEdit(session);
  }

  #text(): string {
    return `${this.#name}${++this.#count}`;
  }

  #rows(session: SheetSession): number[] {
    const live: number[] = [];
    for (let slot = 0; slot < session.view.slotCount; slot++) if (session.view.isLive(slot)) live.push(slot);
    return live;
  }

  #columns(session: SheetSession, ...types: Column['type'][]): Column[] {
    return session.view.columns().filter((column) => types.includes(column.type));
  }

  #addRow(session: SheetSession): Op {
    const [name] = this.#columns(session, 'text');
    const values: Record<ColumnId, CellValue> = {};
    if (name) values[name.id] = this.#text();
    return { t: 'row.add', row: newId(InvestorId), position: `a${this.#text()}`, values };
  }

  #set(session: SheetSession, slot: number, row: InvestorId): Op[] {
    const column = this.#random.pick(this.#columns(session, 'text', 'longText', 'number', 'date'));
    if (!column) return [];
    const value: CellValue = this.#random.chance(0.1)
      ? null
      : column.type === 'number'
        ? this.#random.below(5)
        : column.type === 'date'
          ? `2026-03-0${1 + this.#random.below(9)}`
          : this.#text();
    return [{ t: 'cell.set', row, col: column.id, value, ifVer: session.view.version(slot, column.id) }];
  }

  #append(session: SheetSession, row: InvestorId): Op[] {
    const [notes] = this.#columns(session, 'longText');
    return notes
      ? [{ t: 'note.append', row, col: notes.id, text: appendLine(this.#text(), 'and more') }]
      : [];
  }

  #toggle(session: SheetSession, slot: number, row: InvestorId): Op[] {
    const [lists] = this.#columns(session, 'multiSelect');
    const choice = this.#random.pick(lists?.options.choices ?? []);
    if (!lists || !choice) return [];
    const value = session.view.value(slot, lists.id);
    const has = Array.isArray(value) && value.includes(choice.id);
    return [{ t: has ? 'set.remove' : 'set.add', row, col: lists.id, item: choice.id }];
  }

  #restore(session: SheetSession): Op[] {
    for (let slot = 0; slot < session.view.slotCount; slot++) {
      if (session.view.isLive(slot) || !this.#random.chance(0.5)) continue;
      try {
        return [{ t: 'row.restore', row: session.view.rowAt(slot).id }];
      } catch {
        // The slot of a row whose adding was refused holds nothing.
      }
    }
    return [];
  }

  #contact(session: SheetSession, row: InvestorId): Op[] {
    const [contacts] = this.#columns(session, 'contacts');
    if (!contacts) return [];
    const known = this.#random.pick(session.view.contacts());
    if (known && this.#random.chance(0.5))
      return [{ t: 'contact.put', contact: { ...known, name: this.#text() } }];
    const name = this.#text();
    const id = newId(Contact.shape.id);
    const contact: Contact = {
      id,
      name,
      title: '',
      phone: '',
      addresses: [`${name}@lp.example`],
      deletedAt: null,
    };
    return [
      { t: 'contact.put', contact },
      { t: 'set.add', row, col: contacts.id, item: id },
    ];
  }

  #columnEdit(session: SheetSession): Op[] {
    const random = this.#random;
    const custom = session.view.columns().filter((column) => column.key === null);
    const column = random.pick(custom);
    if (!column || custom.length < 2) {
      const fresh: Column = {
        id: newId(ColumnId),
        name: this.#text(),
        type: random.chance(0.5) ? 'number' : 'text',
        options: {},
        position: `b${this.#text()}`,
        key: null,
        deletedAt: null,
        ver: 0,
      };
      return [{ t: 'col.add', column: fresh }];
    }
    const dice = random.next();
    if (dice < 0.4) return [{ t: 'col.set', col: column.id, patch: { name: this.#text() } }];
    if (dice < 0.6) return [{ t: 'col.del', col: column.id }];
    if (column.type === 'multiSelect')
      return [{ t: 'col.retype', col: column.id, type: 'text', options: {} }];
    const choice = { id: newId(OptionId), name: this.#text(), hue: 'blue' } as const;
    if (dice < 0.7)
      return [{ t: 'col.retype', col: column.id, type: 'singleSelect', options: { choices: [choice] } }];
    return [
      { t: 'col.retype', col: column.id, type: column.type === 'number' ? 'text' : 'number', options: {} },
    ];
  }
}
