import { numberKind } from '../number/kind.ts';
import type { ColumnKind } from '../types.ts';

/** The row's number, counted up from 1 and never given twice. */
export const autonumberKind = {
  ...numberKind,
  type: 'autonumber',
  label: 'Autonumber',
  icon: 'list-ordered',
  editor: 'none',
  computed: true,
  summaries: ['none', 'min', 'max', 'filled'],
  format: (value) => (typeof value === 'number' ? String(value) : ''),
} as const satisfies ColumnKind;
