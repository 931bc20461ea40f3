import { defineKind, ONE_OPERATORS } from '../lib/kind.ts';
import { isId, parsePerson, personName, personText } from '../lib/people.ts';

/** A member of the team, held as the user id. */
export const personKind = defineKind({
  type: 'person',
  label: 'Person',
  icon: 'user',
  editor: 'person',
  filterOperators: ONE_OPERATORS,
  validate: (value) =>
    value === null || (typeof value === 'string' && isId(value))
      ? null
      : 'This column holds a member of the team.',
  parse: (text, _options, ctx) => parsePerson(text, ctx),
  format: (value, _options, ctx) => personName(value, ctx),
  toText: (value, _options, ctx) => personText(value, ctx),
});
