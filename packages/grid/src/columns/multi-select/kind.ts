import type { CellValue, ColumnOptions } from '@crm/shared';
import { choiceIndex, choiceKey } from '../lib/choices.ts';
import { defineKind, listOf, MANY_OPERATORS } from '../lib/kind.ts';
import { joinList, splitList } from '../lib/list.ts';

/** Any number of the column's choices, held as ids in the order they were chosen. */
export const multiSelectKind = defineKind({
  type: 'multiSelect',
  label: 'Multiple select',
  icon: 'list-checks',
  editor: 'choices',
  filterOperators: MANY_OPERATORS,
  defaultOptions: () => ({ choices: [] }),
  validate(value, options) {
    if (value === null) return null;
    if (!Array.isArray(value)) return 'This column holds a list of choices.';
    const { byId } = choiceIndex(options);
    if (new Set(value).size !== value.length) return 'A choice stands in the list twice.';
    return value.every((id) => byId.has(id)) ? null : 'This is not one of the column’s choices.';
  },
  parse(text, options) {
    const { byName } = choiceIndex(options);
    const whole = byName.get(choiceKey(text));
    if (whole) return { ok: true, value: [whole.id] };
    const ids = new Set<string>();
    const fresh = new Map<string, string>();
    for (const part of splitList(text.replace(/[\r\n]+/g, ','))) {
      if (part.length > 200) return { ok: false, reason: 'The name of a choice has at most 200 characters.' };
      const option = byName.get(choiceKey(part));
      if (option) ids.add(option.id);
      else if (!fresh.has(choiceKey(part))) fresh.set(choiceKey(part), part.trim());
    }
    const value = ids.size > 0 ? [...ids] : null;
    return fresh.size > 0 ? { ok: true, value, newChoices: [...fresh.values()] } : { ok: true, value };
  },
  format: (value, options) => namesOf(value, options).join(', '),
  toText: (value, options) => joinList(namesOf(value, options)),
  sortKey(value, options) {
    const { byId } = choiceIndex(options);
    const places = listOf(value).flatMap((id) => byId.get(id)?.place ?? []);
    return places.length > 0 ? places.join(' ') : null;
  },
});

/** The names of the chosen; choices that are no longer there are left out. */
export function namesOf(value: CellValue, options: ColumnOptions): string[] {
  const { byId } = choiceIndex(options);
  return listOf(value).flatMap((id) => byId.get(id)?.option.name ?? []);
}
