import type { CellValue } from '@crm/shared';
import type { ColumnKind, ParseResult } from '../types.ts';
import { defineKind, mustBeText, textOf } from './kind.ts';

/** Text as it stands; line breaks become spaces. */
export function parseLine(text: string): ParseResult {
  if (text === '') return { ok: true, value: null };
  if (!/[\r\n]/.test(text)) return { ok: true, value: text };
  const value = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  return { ok: true, value: value === '' ? null : value, note: 'Line breaks became spaces.' };
}

/** A kind that holds one line of text, trimmed, and marks what `flag` finds odd without refusing it. */
export function checkedLine(
  kind: Pick<ColumnKind, 'type' | 'label' | 'icon'>,
  flag: (text: string) => string | null,
): ColumnKind {
  return defineKind({
    ...kind,
    editor: 'line',
    validate: mustBeText,
    parse: (text) => parseLine(text.trim()),
    format: textOf,
    flag: (value: CellValue) => (typeof value === 'string' && value !== '' ? flag(value) : null),
  });
}
