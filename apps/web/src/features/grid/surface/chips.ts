import type { ColumnContext } from '@crm/grid/columns';
import type { CellValue, Column, Hue } from '@crm/shared';

/** One rounded tag inside a cell. `hue` null = plain text. */
export interface Chip {
  readonly text: string;
  readonly hue: Hue | null;
  readonly look: 'pill' | 'plain' | 'check' | 'stars';
}

const PERSON_HUES: readonly Hue[] = [
  'blue',
  'cyan',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
];

/** The hue that a person keeps everywhere, from their id. */
export function personHue(id: string): Hue {
  let sum = 0;
  for (let i = 0; i < id.length; i += 1) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
  return PERSON_HUES[sum % PERSON_HUES.length] ?? 'blue';
}

const STATUS_HUES = { target: 'gray', soft: 'yellow', committed: 'blue', funded: 'green' } as const;
/** What people call the statuses. */
export const STATUS_WORDS = {
  target: 'Target',
  soft: 'Soft',
  committed: 'Committed',
  funded: 'Funded',
} as const;

const asList = (value: CellValue): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

/** The tags that show a value, or null where the column shows plain text. `text` is the formatted value. */
export function chipsOf(value: CellValue, column: Column, text: string, ctx: ColumnContext): Chip[] | null {
  if (value === null) return null;
  switch (column.type) {
    case 'singleSelect':
    case 'multiSelect':
      return asList(value).map((id) => {
        const choice = column.options.choices?.find((option) => option.id === id);
        return { text: choice?.name ?? 'Removed option', hue: choice?.hue ?? 'gray', look: 'pill' };
      });
    case 'person':
    case 'createdBy':
    case 'modifiedBy':
      return asList(value).map((id) => ({
        text: ctx.person(id)?.name ?? 'Former member',
        hue: personHue(id),
        look: 'pill',
      }));
    case 'contacts':
      return asList(value).map((id) => {
        const contact = ctx.contact(id);
        return { text: contact?.name || contact?.addresses[0] || 'Unnamed', hue: 'gray', look: 'pill' };
      });
    case 'commitment':
      if (typeof value !== 'object' || Array.isArray(value)) return null;
      return [
        { text: STATUS_WORDS[value.status], hue: STATUS_HUES[value.status], look: 'pill' },
        { text: amountOnly(text), hue: null, look: 'plain' },
      ];
    case 'checkbox':
      return value === true ? [{ text: '✓', hue: 'green', look: 'check' }] : null;
    case 'rating':
      return typeof value === 'number'
        ? [{ text: '★'.repeat(Math.max(0, Math.min(10, value))), hue: 'yellow', look: 'stars' }]
        : null;
    default:
      return null;
  }
}

/** The amount in front of the status that a formatted commitment carries. */
function amountOnly(text: string): string {
  return text.replace(/\s*[·(]?\s*(target|soft|committed|funded)\)?$/i, '');
}
