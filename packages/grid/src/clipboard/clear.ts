import type { Op } from '@crm/shared';
import { isEmpty } from '../views/filter.ts';
import { copyBlock, writableCells, type SelectedSheet, type Selection } from './selection.ts';
import type { Block } from './tsv.ts';

/** Empties the selected cells that hold something. */
export function planClear(sheet: SelectedSheet, selection: Selection): Op[] {
  const ops: Op[] = [];
  for (const { slot, column, ref } of writableCells(sheet, selection)) {
    if (isEmpty(sheet.view.value(slot, column.id))) continue;
    ops.push({ t: 'cell.set', ...ref, value: null, ifVer: sheet.view.version(slot, column.id) });
  }
  return ops;
}

/** The texts for the clipboard, and the ops that empty the cells they came from. */
export function planCut(
  sheet: SelectedSheet,
  selection: Selection,
): { readonly block: Block; readonly ops: Op[] } {
  return { block: copyBlock(sheet, selection), ops: planClear(sheet, selection) };
}
