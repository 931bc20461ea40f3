import { choiceIndex, choiceKey } from '../lib/choices.ts';
import { defineKind, ONE_OPERATORS } from '../lib/kind.ts';

/** One of the column's choices, held as its id. Sorted in the order of the choices. */
export const singleSelectKind = defineKind({
  type: 'singleSelect',
  label: 'Single select',
  icon: 'circle-chevron-down',
  editor: 'choice',
  filterOperators: ONE_OPERATORS,
  defaultOptions: () => ({ choices: [] }),
  validate: (value, options) =>
    value === null || (typeof value === 'string' && choiceIndex(options).byId.has(value))
      ? null
      : 'This is not one of the column’s choices.',
  parse(text, options) {
    const name = text.replace(/\s+/g, ' ').trim();
    if (name === '') return { ok: true, value: null };
    if (name.length > 200) return { ok: false, reason: 'The name of a choice has at most 200 characters.' };
    const option = choiceIndex(options).byName.get(choiceKey(name));
    return option ? { ok: true, value: option.id } : { ok: true, value: null, newChoices: [name] };
  },
  format: (value, options) =>
    typeof value === 'string' ? (choiceIndex(options).byId.get(value)?.option.name ?? '') : '',
  sortKey: (value, options) =>
    typeof value === 'string' ? (choiceIndex(options).byId.get(value)?.place ?? null) : null,
});
