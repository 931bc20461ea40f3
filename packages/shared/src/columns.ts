import { z } from 'zod';
import { ColumnId, FundId, OptionId } from './ids.ts';

/** The column types that the grid knows; each has a folder in `packages/grid/src/columns`. */
export const ColumnType = z.enum([
  'text',
  'longText',
  'number',
  'currency',
  'percent',
  'date',
  'dateTime',
  'checkbox',
  'singleSelect',
  'multiSelect',
  'email',
  'phone',
  'url',
  'rating',
  'person',
  'contacts',
  'commitment',
  'createdTime',
  'createdBy',
  'modifiedTime',
  'modifiedBy',
  'autonumber',
]);
export type ColumnType = z.infer<typeof ColumnType>;

/** The ten muted hues of select options and people, defined as token pairs in the web app. */
export const Hue = z.enum([
  'gray',
  'blue',
  'cyan',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
]);
export type Hue = z.infer<typeof Hue>;

export const SelectOption = z.object({ id: OptionId, name: z.string().min(1).max(200), hue: Hue });
export type SelectOption = z.infer<typeof SelectOption>;

/** ISO 4217 code, e.g. `USD`. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);

/** A column's settings. Which of them count depends on its type; the others are absent. */
export const ColumnOptions = z
  .object({
    /** singleSelect, multiSelect: in display order. */
    choices: z.array(SelectOption).max(1000),
    /** currency, commitment. */
    currency: CurrencyCode,
    /** number, percent: digits after the point shown, 0–8. */
    precision: z.number().int().min(0).max(8),
    /** rating: the highest value, 1–10. */
    max: z.number().int().min(1).max(10),
    /** date, dateTime: how a day is written. */
    dateFormat: z.enum(['local', 'friendly', 'us', 'european', 'iso']),
    timeFormat: z.enum(['12hour', '24hour']),
    /** dateTime: IANA zone in which an instant is shown and a typed time is read; absent = the fund's. */
    timeZone: z.string().max(64),
    /** commitment: the fund whose amounts the column holds. */
    fundId: FundId,
  })
  .partial();
export type ColumnOptions = z.infer<typeof ColumnOptions>;

/** Built-in fields that the program itself reads and writes; a custom column has none. */
export const BuiltinKey = z.enum([
  'name',
  'contacts',
  'list',
  'notes',
  'leadSource',
  'owner',
  'location',
  'lastContact',
  'nextStep',
]);
export type BuiltinKey = z.infer<typeof BuiltinKey>;

export const Column = z.object({
  id: ColumnId,
  name: z.string().min(1).max(200),
  type: ColumnType,
  options: ColumnOptions,
  /** Fractional index: columns sort by (position, id) as plain strings. */
  position: z.string().min(1).max(200),
  /** Set on a field that the program knows by name, e.g. `notes`. */
  key: BuiltinKey.nullable(),
  deletedAt: z.iso.datetime().nullable(),
  /** seq of the last op that changed the column's definition. */
  ver: z.number().int().min(0),
});
export type Column = z.infer<typeof Column>;

/** Computed types: shown, never written by a person. */
export const COMPUTED_TYPES: ReadonlySet<ColumnType> = new Set([
  'createdTime',
  'createdBy',
  'modifiedTime',
  'modifiedBy',
  'autonumber',
]);
