import { copyBlock, planPaste, readClipboard, writeHtml, writeTsv } from '@crm/grid/clipboard';
import { announce } from '../../../ui/announce.ts';
import { toast } from '../../../ui/toasts.ts';
import type { GridModel } from '../model/grid-model.ts';
import { apply, clearCells, closed, selectedRect, sheetOf } from './cells.ts';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Puts the selected cells on the clipboard as tab-separated text and as an HTML table. */
export function copy(model: GridModel, data: DataTransfer, cut: boolean): boolean {
  const rect = selectedRect(model);
  if (!rect) return false;
  const block = copyBlock(sheetOf(model), closed(rect));
  const text = writeTsv(block);
  data.setData('text/plain', text);
  data.setData('text/html', writeHtml(block));
  const count = (rect.bottom - rect.top) * (rect.right - rect.left);
  model.copied.set(rect);
  if (cut) {
    clearCells(model);
    model.copied.set(null);
  }
  announce(`${cut ? 'Cut' : 'Copied'} ${count === 1 ? 'a cell' : `${count} cells`}`);
  return true;
}

/** Writes what is on the clipboard from the selection on: all of it as one step, or nothing and the reason. */
export function paste(model: GridModel, data: DataTransfer): boolean {
  const rect = selectedRect(model);
  const block = readClipboard(
    { text: data.getData('text/plain'), html: data.getData('text/html') },
    parseHtml,
  );
  if (!rect || block.length === 0) return false;
  const sheet = sheetOf(model);
  const plan = planPaste({ ...sheet, selection: closed(rect), block });
  model.copied.set(null);
  if (!plan.ok) {
    const [first] = plan.problems;
    const where = first ? `${first.column}, row ${first.row + 1}: ${first.reason}` : undefined;
    toast({ title: plan.reason, ...(where ? { detail: where } : {}), tone: 'danger' });
    announce(`${plan.reason} ${where ?? ''}`, 'assertive');
    return true;
  }
  apply(model, plan.ops, plan.label);
  model.holdNew(plan.added, sheet.order.at(-1) ?? null);
  const { top, left, bottom, right } = plan.target;
  model.growTo({ anchor: { row: top, col: left }, head: { row: bottom, col: right } });
  announce(plan.label.replace(/^Paste/, 'Pasted'));
  return true;
}

/** Cut and copy from a menu: the browser fires the same events as for the keys. */
export function copyByMenu(model: GridModel, cut: boolean): void {
  model.focus();
  document.execCommand(cut ? 'cut' : 'copy');
}

/** Paste from a menu, where the browser lets a page read the clipboard; it asks the person first. */
export async function pasteByMenu(model: GridModel): Promise<void> {
  model.focus();
  try {
    const data = new DataTransfer();
    for (const item of await navigator.clipboard.read()) {
      for (const type of ['text/plain', 'text/html'])
        if (item.types.includes(type)) data.setData(type, await (await item.getType(type)).text());
    }
    paste(model, data);
  } catch {
    toast({ title: 'This browser pastes only by the keys', detail: 'Press Ctrl V, or ⌘ V on a Mac.' });
  }
}
