import { ColumnId, newId, OptionId } from '@crm/shared';
import type { BuiltinKey, Column, ColumnOptions, ColumnType, Hue } from '@crm/shared';
import { generateNKeysBetween } from 'fractional-indexing';
import type { AppContext } from '../../context.ts';
import type { Writer } from '../../db/transaction.ts';
import type { Actor } from '../../db/audit.ts';
import { SheetChange } from './change.usecases.ts';

const LISTS: readonly { name: string; hue: Hue }[] = [
  { name: 'Main', hue: 'blue' },
  { name: 'Follow-up', hue: 'yellow' },
  { name: 'Longshot', hue: 'gray' },
  { name: 'Graveyard', hue: 'red' },
];

const FIELDS: readonly { name: string; type: ColumnType; key: BuiltinKey }[] = [
  { name: 'Name', type: 'text', key: 'name' },
  { name: 'Lists', type: 'multiSelect', key: 'list' },
  { name: 'Contacts', type: 'contacts', key: 'contacts' },
  { name: 'Notes', type: 'longText', key: 'notes' },
  { name: 'Lead source', type: 'singleSelect', key: 'leadSource' },
  { name: 'Owner', type: 'person', key: 'owner' },
  { name: 'Location', type: 'text', key: 'location' },
  { name: 'Last contact', type: 'date', key: 'lastContact' },
  { name: 'Next step', type: 'text', key: 'nextStep' },
];

/** Makes the built-in columns of an empty workspace, in the transaction of its set-up; later calls change nothing. */
export function createDefaultSheet(app: AppContext, tx: Writer, actor: Actor): void {
  const change = new SheetChange(app, tx);
  if (change.sheet.columnsNow().length > 0) return;
  const positions = generateNKeysBetween(null, null, FIELDS.length);
  const ops = FIELDS.map((field, index) => {
    const column: Column = {
      ...field,
      id: newId(ColumnId),
      options: optionsOf(field.type, field.key),
      position: positions[index] ?? 'a0',
      deletedAt: null,
      ver: 0,
    };
    return { t: 'col.add', column } as const;
  });
  change.apply(ops, { actor, clientId: null, mid: null, cause: 'setup', source: 'server' });
  change.finish();
}

function optionsOf(type: ColumnType, key: BuiltinKey): ColumnOptions {
  if (key === 'list') return { choices: LISTS.map((choice) => ({ ...choice, id: newId(OptionId) })) };
  if (type === 'singleSelect') return { choices: [] };
  return type === 'date' ? { dateFormat: 'local' } : {};
}
