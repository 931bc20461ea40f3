import { GUTTER } from '../layout/layout.ts';
import type { ColumnBox, GridLayout } from '../layout/layout.ts';
import type { Rect } from '../selection/selection.ts';
import type { Span } from './geometry.ts';
import type { PaintSource } from './source.ts';

interface GhostCell {
  readonly element: HTMLDivElement;
  box: ColumnBox | null;
  text: string;
  selected: boolean;
}

interface GhostRow {
  readonly element: HTMLDivElement;
  readonly number: HTMLDivElement;
  readonly cells: GhostCell[];
  row: number;
  slot: number;
  columns: string;
}

/** What is in view: rows, scrolling columns, offsets in pixels. */
export interface GhostView {
  readonly layout: GridLayout;
  readonly rows: Span;
  readonly columns: Span;
  readonly left: number;
  readonly top: number;
}

/**
 * The rows and cells in view as elements with roles, text and places but nothing to see: what assistive technology, find
 * tools and the pointer meet over the painted tiles. It stands still while the sheet scrolls and is brought up to date after.
 */
export class Ghost {
  readonly element = document.createElement('div');
  private readonly source: PaintSource;
  private readonly name: string;
  private rows: GhostRow[] = [];
  private view: GhostView | null = null;

  constructor(name: string, source: PaintSource) {
    this.name = name;
    this.source = source;
    this.element.className = 'g-ghost';
    this.element.setAttribute('role', 'presentation');
  }

  /** Forgets which values are shown. */
  forget(): void {
    for (const row of this.rows) row.row = -1;
  }

  sync(view: GhostView, selected: Rect | null): void {
    this.view = view;
    const { layout, rows, columns } = view;
    const count = rows.to - rows.from;
    while (this.rows.length > count) this.rows.pop()?.element.remove();
    const shown = [
      ...Array.from({ length: layout.frozen }, (_, i) => i),
      ...Array.from({ length: columns.to - columns.from }, (_, i) => columns.from + i),
    ];
    const key = shown.join();
    if (this.rows.length < count) this.forget();
    while (this.rows.length < count) this.addRow();
    for (let row = rows.from; row < rows.to; row += 1) {
      const ghost = this.rows[row % count];
      if (!ghost) continue;
      ghost.element.style.transform = `translateY(${row * layout.rowHeight - view.top}px)`;
      const fresh = ghost.row !== row;
      if (fresh) {
        ghost.row = row;
        ghost.slot = this.source.slotAt(row);
        ghost.element.setAttribute('aria-rowindex', String(row + 2));
        ghost.number.textContent = String(row + 1);
      }
      const moved = ghost.columns !== key;
      ghost.columns = key;
      if (moved) this.fitCells(ghost, shown.length);
      shown.forEach((col, i) => {
        const cell = ghost.cells[i];
        const box = layout.boxes[col];
        if (!cell || !box) return;
        if (cell.box !== box) this.bind(cell, box, col);
        const left = GUTTER + box.left - (col < layout.frozen ? 0 : view.left);
        cell.element.style.left = `${left}px`;
        if (fresh || moved) this.write(cell, ghost.slot);
        this.select(cell, selected, row, col);
      });
    }
  }

  /** Writes the text of cells that changed, where they are in view. */
  update(slot: number, col: number): void {
    const ghost = this.rows.find((row) => row.row >= 0 && row.slot === slot);
    const box = this.view?.layout.boxes[col];
    const cell = box && ghost?.cells.find((candidate) => candidate.box === box);
    if (ghost && cell) this.write(cell, ghost.slot);
  }

  /** The element of a cell in view. */
  find(row: number, col: number): HTMLElement | null {
    const box = this.view?.layout.boxes[col];
    const ghost = this.rows.find((candidate) => candidate.row === row);
    return (box && ghost?.cells.find((cell) => cell.box === box)?.element) ?? null;
  }

  private addRow(): void {
    const element = document.createElement('div');
    element.className = 'g-ghost-row';
    element.setAttribute('role', 'row');
    const number = document.createElement('div');
    number.className = 'g-ghost-cell';
    number.setAttribute('role', 'rowheader');
    number.setAttribute('aria-colindex', '1');
    number.style.width = `${GUTTER}px`;
    element.append(number);
    this.element.append(element);
    this.rows.push({ element, number, cells: [], row: -1, slot: -1, columns: '' });
  }

  private fitCells(ghost: GhostRow, count: number): void {
    while (ghost.cells.length > count) ghost.cells.pop()?.element.remove();
    while (ghost.cells.length < count) {
      const element = document.createElement('div');
      element.className = 'g-ghost-cell';
      element.setAttribute('role', 'gridcell');
      element.id = `${this.name}-${this.rows.indexOf(ghost)}-${ghost.cells.length}`;
      ghost.element.append(element);
      ghost.cells.push({ element, box: null, text: '', selected: false });
    }
  }

  private bind(cell: GhostCell, box: ColumnBox, col: number): void {
    cell.box = box;
    cell.element.setAttribute('aria-colindex', String(col + 2));
    cell.element.style.width = `${box.width}px`;
    if (box.kind.editor === 'none') cell.element.setAttribute('aria-readonly', 'true');
    else cell.element.removeAttribute('aria-readonly');
  }

  private write(cell: GhostCell, slot: number): void {
    if (!cell.box) return;
    const { box } = cell;
    const text = this.source.text(slot, box);
    const conflict = this.source.mark(slot, box.column.id) === 'conflict';
    if (conflict) cell.element.setAttribute('aria-description', 'Needs attention');
    else cell.element.removeAttribute('aria-description');
    if (text === cell.text) return;
    cell.text = text;
    cell.element.textContent = text;
  }

  private select(cell: GhostCell, rect: Rect | null, row: number, col: number): void {
    const on = rect !== null && row >= rect.top && row < rect.bottom && col >= rect.left && col < rect.right;
    if (on === cell.selected) return;
    cell.selected = on;
    if (on) cell.element.setAttribute('aria-selected', 'true');
    else cell.element.removeAttribute('aria-selected');
  }
}
