import type { CellValue, Column, ColumnId, InvestorId, Op } from '@crm/shared';
import type { CellDiff, ColumnMapping, ProposedColumn, Receipt } from '@crm/shared/contract/importing';
import type { z } from 'zod';
import type { ColumnContext } from '../columns/index.ts';
import type { CsvTable } from './table.ts';

/** A row of the sheet as an import sees it. */
export interface ImportRow {
  readonly id: InvestorId;
  readonly deleted: boolean;
  /** The cell's value and the version that a later write must still find. */
  cell(col: ColumnId): { readonly value: CellValue; readonly ver: number };
}

/** The sheet that a file is compared with. */
export interface ImportState {
  /** Live columns. */
  readonly columns: readonly Column[];
  /** Live rows in order, and deleted ones. */
  readonly rows: readonly ImportRow[];
  /** The position of the last live row; null for an empty sheet. */
  readonly lastPosition: string | null;
}

/** What the last import gave the cells of a row, empty ones too; undefined for a row that no import has touched. */
export type RowBase = Readonly<Record<ColumnId, CellValue>>;
export type ImportBase = (row: InvestorId) => RowBase | undefined;

export interface ImportInput {
  readonly table: CsvTable;
  readonly proposed: readonly ProposedColumn[];
  readonly mapping: readonly ColumnMapping[];
  readonly mergeKey: number | null;
  readonly state: ImportState;
  readonly base: ImportBase;
  readonly ctx: ColumnContext;
}

/** What one row of the file does to the sheet. */
export interface PlannedRow {
  /** Line of data, 1 = the first below the header. */
  readonly line: number;
  readonly row: InvestorId;
  readonly ops: readonly Op[];
  /** What the row's cells were given, for the comparison of the next import. */
  readonly base: RowBase;
}

export interface ImportPlan {
  /** Makes columns, choices and contacts; comes before all rows. */
  readonly setup: readonly Op[];
  readonly rows: readonly PlannedRow[];
  readonly receipt: Receipt;
  readonly conflicts: number;
  /** The first 2,000 cells that differ; `diffTotal` counts all. */
  readonly diff: readonly z.infer<typeof CellDiff>[];
  readonly diffTotal: number;
  /** Lines with a cell that was not taken. */
  readonly rejectedLines: readonly number[];
}
