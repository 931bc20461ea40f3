import { columnTypes, type SheetReader, type Types } from '@crm/grid';
import type { ColumnContext, PersonRef } from '@crm/grid/columns';
import { Contact } from '@crm/shared';
import { z } from 'zod';
import type { Reader } from '../../db/transaction.ts';
import { ContactRow, SELECT_CONTACT } from './rows.store.ts';

const Person = z.object({ id: z.string(), name: z.string(), email: z.string() });

/** The column types with the fund's zone, people and contacts, read when one of them is asked for. */
export function serverTypes(db: Reader, sheet: SheetReader, now: Date): Types {
  let context: ColumnContext | undefined;
  return columnTypes(() => (context ??= columnContext(db, sheet, now)));
}

/** What reading and writing values depends on, as the server sees it. */
export function columnContext(db: Reader, sheet: Pick<SheetReader, 'contact'>, now: Date): ColumnContext {
  const people: readonly PersonRef[] = db
    .reading('SELECT id, name, email FROM user ORDER BY name, id')
    .all()
    .map((row) => Person.parse(row));
  const byId = new Map(people.map((person) => [person.id, person]));
  const zone = z.object({ time_zone: z.string() }).parse(db.reading('SELECT time_zone FROM workspace').get());
  return {
    locale: 'en-US',
    timeZone: zone.time_zone,
    now,
    person: (id) => byId.get(id),
    people: () => people,
    contact: (id) => {
      const parsed = Contact.shape.id.safeParse(id);
      return parsed.success ? sheet.contact(parsed.data) : undefined;
    },
    findContacts: (text) => findContacts(db, text),
  };
}

/** Live contacts of exactly this name or address, whatever the case. */
function findContacts(db: Reader, text: string): readonly Contact[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return db
    .reading(
      `${SELECT_CONTACT} WHERE deleted_at IS NULL AND (lower(name) = :wanted
         OR id IN (SELECT contact_id FROM contact_address WHERE normalized = :wanted)) ORDER BY id`,
    )
    .all({ wanted })
    .map((row) => ContactRow.parse(row));
}
