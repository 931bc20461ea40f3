import type { ColumnId, UserId } from '@crm/shared';
import { applyOp } from '../ops/apply.ts';
import type { MemorySheet } from '../sheet/memory-sheet.ts';
import { SnapshotLine, isCellValue, isRowId } from './snapshot-lines.ts';
import type { ColumnPiece, RowArrays } from './snapshot-lines.ts';
import type { LoadPhase } from './types.ts';

type Meta = Extract<SnapshotLine, { t: 'meta' }>;

/** Fills a sheet from the lines of a snapshot. A line that does not fit throws; the sheet is then of no use. */
export class SnapshotLoader {
  readonly sheet: MemorySheet;
  readonly loaded = new Set<ColumnId>();
  phase: LoadPhase = 'opening';
  /** The state reached, ops lines included. */
  seq = 0;
  meta: Meta | undefined;
  #slots: number[] = [];

  constructor(sheet: MemorySheet) {
    this.sheet = sheet;
  }

  /** Takes one parsed line. */
  take(raw: unknown): void {
    const line = SnapshotLine.parse(raw);
    switch (line.t) {
      case 'meta':
        this.meta = line;
        this.seq = line.seq;
        this.sheet.lastNumber = line.lastNumber;
        for (const column of line.columns) this.sheet.putColumn(column);
        this.#rows(line.firstRows);
        for (const piece of line.firstCells) this.#piece(piece);
        this.phase = 'first';
        return;
      case 'rows':
        this.#rows(line.rows);
        this.phase = 'rows';
        return;
      case 'contacts':
        for (const contact of line.contacts) this.sheet.putContact(contact);
        return;
      case 'col':
        this.#piece(line);
        if (line.last) this.loaded.add(line.col);
        return;
      case 'ops':
        for (const { op, seq, by, at, clientId } of line.ops) {
          if (seq !== this.seq + 1) throw new Error(`snapshot: op ${seq} does not follow ${this.seq}`);
          applyOp(this.sheet, op, { seq, by, at, clientId });
          this.seq = seq;
        }
        return;
      case 'end':
        if (line.seq !== this.seq) throw new Error(`snapshot ends at ${line.seq}, not at ${this.seq}`);
        this.phase = 'ready';
    }
  }

  #rows(rows: RowArrays): void {
    const people = this.meta?.people ?? [];
    const person = (index: unknown): UserId | null =>
      typeof index === 'number' && index >= 0 ? (people[index] ?? null) : null;
    this.#slots = [];
    for (let i = 0; i < rows.ids.length; i++) {
      const id = rows.ids[i];
      if (!isRowId(id)) throw new Error('snapshot: not the id of a row');
      const slot = this.sheet.slots.take(id);
      this.#slots.push(slot);
      this.sheet.rows.load(slot, {
        number: numberIn(rows.numbers, i),
        position: textIn(rows.positions, i),
        ver: numberIn(rows.vers, i),
        createdAt: numberIn(rows.createdAt, i),
        updatedAt: numberIn(rows.updatedAt, i),
        deletedAt: numberIn(rows.deletedAt, i) || null,
        createdBy: person(rows.createdBy[i]),
        updatedBy: person(rows.updatedBy[i]),
      });
    }
  }

  #piece({ col, from, values, vers }: ColumnPiece): void {
    const { sheet } = this;
    const store = sheet.store(col);
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      const slot = this.#slots[from + i];
      if (slot === undefined || !isCellValue(value)) throw new Error('snapshot: not a cell of a row');
      store.load(slot, value, value === null ? 0 : sheet.rows.ver(slot));
    }
    for (let i = 0; i + 1 < vers.length; i += 2) {
      const slot = this.#slots[from + numberIn(vers, i)];
      if (slot === undefined) throw new Error('snapshot: the version of no cell');
      store.load(slot, store.value(slot), numberIn(vers, i + 1));
    }
  }
}

function numberIn(items: readonly unknown[], index: number): number {
  const item = items[index];
  if (typeof item !== 'number') throw new Error('snapshot: not a number');
  return item;
}

function textIn(items: readonly unknown[], index: number): string {
  const item = items[index];
  if (typeof item !== 'string') throw new Error('snapshot: not a text');
  return item;
}
