import type { ColumnId, InvestorId } from '@crm/shared';

/** The cell being edited, by the identity of its row, so that rows may move under it. */
export interface Editing {
  readonly row: InvestorId;
  readonly col: ColumnId;
  /** 'keep' starts from the value, 'replace' from nothing, because the person typed. */
  readonly start: 'keep' | 'replace';
  /** Open larger than the cell, for long texts. */
  readonly wide: boolean;
}

/** What stands open beside the grid. */
export type Panel =
  | { readonly kind: 'record'; readonly row: InvestorId }
  | { readonly kind: 'tray' }
  | { readonly kind: 'archived'; readonly part: 'investors' | 'columns' };

/** What is asked in the middle of the screen. */
export type Ask =
  | { readonly kind: 'log'; readonly row: InvestorId }
  | { readonly kind: 'addColumn'; readonly after: ColumnId | null; readonly fund: boolean }
  | { readonly kind: 'editColumn'; readonly col: ColumnId; readonly mode: 'rename' | 'options' | 'retype' };

/** A right-click menu, in CSS pixels of the window. */
export interface MenuPlace {
  readonly kind: 'cells' | 'rows' | 'header';
  readonly x: number;
  readonly y: number;
  readonly col: ColumnId | null;
  readonly byKeys: boolean;
}

/** The find bar: `at` is the index among the hits. */
export interface Find {
  readonly text: string;
  readonly hits: readonly { readonly slot: number; readonly col: ColumnId }[];
  readonly at: number;
}
