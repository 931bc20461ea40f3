import { defineKind, mustBeText, textOf } from '../lib/kind.ts';
import { parseLine } from '../lib/single-line.ts';

/** One line of text. */
export const textKind = defineKind({
  type: 'text',
  label: 'Single line text',
  icon: 'type',
  editor: 'line',
  validate: mustBeText,
  parse: parseLine,
  format: textOf,
});
