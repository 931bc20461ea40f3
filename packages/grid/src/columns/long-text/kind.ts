import { defineKind, mustBeText, textOf } from '../lib/kind.ts';

/** Text of many lines; line breaks are kept, as `\n`. */
export const longTextKind = defineKind({
  type: 'longText',
  label: 'Long text',
  icon: 'align-left',
  editor: 'longText',
  validate: mustBeText,
  parse: (text) => ({ ok: true, value: text === '' ? null : text.replace(/\r\n?/g, '\n') }),
  format: textOf,
});
