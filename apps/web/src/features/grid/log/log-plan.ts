import { validateCell } from '@crm/grid/columns';
import type { SheetView } from '@crm/grid/sync';
import type { BuiltinKey, CellValue, Column, Communication, Op } from '@crm/shared';
import { noteLine } from './note-line.ts';

/** Where a logged communication leaves traces; undefined where the sheet has no such column. */
export interface LogColumns {
  readonly notes: Column | undefined;
  readonly nextStep: Column | undefined;
  readonly lastContact: Column | undefined;
}

/** The built-in columns that logging writes, of the types that it can write. */
export function logColumns(columns: readonly Column[]): LogColumns {
  const find = (key: BuiltinKey, ...types: Column['type'][]) =>
    columns.find((column) => column.key === key && types.includes(column.type));
  return {
    notes: find('notes', 'longText', 'text'),
    nextStep: find('nextStep', 'text', 'longText'),
    lastContact: find('lastContact', 'date'),
  };
}

/** Whether the notes, which now hold `before`, have room for one more line. */
export function notesHaveRoom(notes: Column, before: CellValue, line: string): boolean {
  const text = typeof before === 'string' && before !== '' ? `${before}\n${line}` : line;
  return validateCell(notes, text) === null;
}

/**
 * What logging a communication writes, as one step: the communication, a dated line in the notes, the next step where one
 * is given, and the last contact where the day is later than the one that stands there (a note is no contact). Full notes
 * get no line: the communication is kept all the same. The cells are guarded by the versions that `view` shows.
 */
export function logPlan(view: SheetView, item: Communication, author: string): Op[] {
  const { notes, nextStep, lastContact } = logColumns(view.columns());
  const row = item.investorId;
  const slot = view.slotOf(row);
  const ops: Op[] = [{ t: 'comm.put', communication: item }];
  if (slot === undefined) return ops;
  const line = noteLine(item, author);
  if (notes && notesHaveRoom(notes, view.value(slot, notes.id), line))
    ops.push({ t: 'note.append', row, col: notes.id, text: line });
  const set = (column: Column, value: string) =>
    ops.push({ t: 'cell.set', row, col: column.id, value, ifVer: view.version(slot, column.id) });
  const step = item.nextStep.replace(/\s+/g, ' ').trim();
  if (nextStep && step !== '' && view.value(slot, nextStep.id) !== step) set(nextStep, step);
  if (lastContact && item.type !== 'note') {
    const known = view.value(slot, lastContact.id);
    if (typeof known !== 'string' || known < item.occurredOn) set(lastContact, item.occurredOn);
  }
  return ops;
}
