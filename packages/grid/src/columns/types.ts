import type {
  CellValue,
  Column,
  ColumnOptions,
  ColumnType,
  Contact,
  FilterOperator,
  SummaryFn,
} from '@crm/shared';

/** A person as cells show them. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What reading and writing a value may depend on besides the column itself. */
export interface ColumnContext {
  /** BCP 47 locale of the reader; undefined = the environment's. */
  readonly locale: string | undefined;
  /** IANA zone of the fund. */
  readonly timeZone: string;
  /** The present instant, for relative dates and tests. */
  readonly now: Date;
  person(id: string): PersonRef | undefined;
  people(): readonly PersonRef[];
  contact(id: string): Contact | undefined;
  /** Contacts of this name or address, for text that is typed or pasted. */
  findContacts(text: string): readonly Contact[];
}

/**
 * What came of reading text. `newChoices` are option names that do not exist yet (singleSelect, multiSelect), `newContacts`
 * names or addresses without a contact: the caller makes them first, then parses again. `note` is set where the value says
 * less or other than the text did (an abbreviated amount, a rounded one): an import counts it as changed in meaning.
 */
export type ParseResult =
  | {
      readonly ok: true;
      readonly value: CellValue;
      readonly newChoices?: readonly string[];
      readonly newContacts?: readonly string[];
      readonly note?: string;
    }
  | { readonly ok: false; readonly reason: string };

/** Which editor the web app opens for the cell; each is one component. */
export type EditorKind =
  | 'line'
  | 'longText'
  | 'date'
  | 'dateTime'
  | 'toggle'
  | 'choice'
  | 'choices'
  | 'rating'
  | 'person'
  | 'contacts'
  | 'commitment'
  | 'none';

/** How one column type behaves. A type lives in one folder of `columns/` and is listed in `columns/index.ts`. */
export interface ColumnKind {
  readonly type: ColumnType;
  /** What people call it, e.g. "Single select". */
  readonly label: string;
  /** Name of a lucide icon, e.g. "calendar". */
  readonly icon: string;
  readonly align: 'start' | 'center' | 'end';
  readonly editor: EditorKind;
  /** True when nobody writes it: the value comes from the row itself. */
  readonly computed: boolean;
  readonly filterOperators: readonly FilterOperator[];
  readonly summaries: readonly SummaryFn[];
  /** Options of a new column of this type. */
  defaultOptions(): ColumnOptions;
  /** A sentence saying why `value` may not stand in the column, or null. Null values are always allowed. */
  validate(value: CellValue, options: ColumnOptions): string | null;
  /** A sentence saying what looks wrong with a value that stands all the same, e.g. a mistyped address; null when nothing does. */
  flag(value: CellValue): string | null;
  /** Reads what a person typed or pasted; empty text gives null. Never throws. */
  parse(text: string, options: ColumnOptions, ctx: ColumnContext): ParseResult;
  /** The text shown in the cell; '' for null. */
  format(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string;
  /** The text put on the clipboard and in exports: `parse` of it gives the value back. */
  toText(value: CellValue, options: ColumnOptions, ctx: ColumnContext): string;
  /**
   * A key that sorts as the values do: numbers by size, strings by their `collationKey` (columns/lib/collation.ts).
   * Null for an empty cell; empty cells stand last in ascending and descending order alike.
   */
  sortKey(value: CellValue, options: ColumnOptions, ctx: ColumnContext): number | string | null;
  /** The number that sums and averages use; null where there is none. */
  amount(value: CellValue): number | null;
}

/** The parts of a column that a kind needs. */
export type KindColumn = Pick<Column, 'type' | 'options'>;
