import { kindOf } from '@crm/grid/columns';
import type { ColumnContext } from '@crm/grid/columns';
import type { HistoryEntry } from '@crm/shared/contract/fundraising';
import type { CellValue, Column } from '@crm/shared';
import type { z } from 'zod';

export type Entry = z.infer<typeof HistoryEntry>;

/** What an entry says happened. */
export type Change =
  /** Something about the whole row, as a sentence without its subject: "archived the investor". */
  | { readonly what: 'row'; readonly words: string }
  /** Text was added at the end, or taken away again. */
  | { readonly what: 'line'; readonly added: boolean; readonly text: string }
  /** A value took the place of another; '' is empty. */
  | { readonly what: 'value'; readonly before: string; readonly after: string };

const ROW_WORDS: Record<string, string> = {
  'row.add': 'added the investor',
  'row.del': 'archived the investor',
  'row.restore': 'restored the investor',
  'row.move': 'moved the investor to another place in the sheet',
  'comm.put': 'logged or changed a communication',
};

/** A value of the past as its column would show it today; what the column cannot show is shown as it was kept. */
export function pastText(value: CellValue, column: Column | undefined, ctx: ColumnContext): string {
  if (value === null) return '';
  if (column) {
    const kind = kindOf(column.type);
    const text = kind.format(value, column.options, ctx);
    if (text !== '') return text;
  }
  if (value === true) return 'Ticked';
  return typeof value === 'object' && !Array.isArray(value) ? `${value.amount}` : String(value);
}

const listed = (value: CellValue): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

/** What to show of an entry. `column` is the column of the entry as it is today, also when it was deleted. */
export function changeOf(entry: Entry, column: Column | undefined, ctx: ColumnContext): Change {
  const { kind, col, old, new: now } = entry;
  if (col === null) return { what: 'row', words: ROW_WORDS[kind] ?? 'changed the investor' };
  if (kind === 'set.add' || kind === 'set.remove') {
    const [was, is] = [listed(old), listed(now)];
    const differing =
      kind === 'set.add' ? is.filter((id) => !was.includes(id)) : was.filter((id) => !is.includes(id));
    return { what: 'line', added: kind === 'set.add', text: pastText([...differing], column, ctx) };
  }
  if (kind === 'note.append' && old === null && typeof now === 'string')
    return { what: 'line', added: true, text: now };
  if (typeof now === 'string' && typeof old === 'string' && old !== '') {
    if (now.startsWith(`${old}\n`)) return { what: 'line', added: true, text: now.slice(old.length + 1) };
    if (old.startsWith(`${now}\n`)) return { what: 'line', added: false, text: old.slice(now.length + 1) };
  }
  return { what: 'value', before: pastText(old, column, ctx), after: pastText(now, column, ctx) };
}
