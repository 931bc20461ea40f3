import type { ColumnContext } from '@crm/grid/columns';
import type { SheetChange, SheetSession } from '@crm/grid/sync';
import { RowIndex } from '@crm/grid/views';
import type { ColumnId, InvestorId, ViewConfig } from '@crm/shared';
import { EMPTY_VIEW } from '@crm/shared';
import { layOut } from '../layout/layout.ts';
import type { ColumnBox, GridLayout } from '../layout/layout.ts';
import { at, fit } from '../selection/selection.ts';
import type { Extent, Rect, Selection, Spot } from '../selection/selection.ts';
import type { PaintSource } from '../surface/source.ts';
import type { GridSurface } from '../surface/surface.ts';
import { Footer } from './footer.ts';
import type { Ask, Editing, Find, MenuPlace, Panel } from './screens.ts';
import { Signal } from './signal.ts';
import { TextCache } from './text-cache.ts';
import { TypeAhead } from './type-ahead.ts';

/**
 * The grid's state between the session (what the sheet holds) and the surface (what is painted): which rows in which
 * order, what is selected, what is edited. Commands change it; components follow its signals.
 */
export class GridModel implements PaintSource {
  readonly session: SheetSession;
  readonly selection = new Signal<Selection | null>(null);
  readonly editing = new Signal<Editing | null>(null);
  readonly typeAhead = new TypeAhead();
  readonly panel = new Signal<Panel | null>(null);
  readonly ask = new Signal<Ask | null>(null);
  readonly menu = new Signal<MenuPlace | null>(null);
  readonly find = new Signal<Find | null>(null);
  /** The toolbar panel that is open. */
  readonly tool = new Signal<'filter' | 'sort' | 'fields' | 'height' | null>(null);
  /** Where the fill handle is being dragged to. */
  readonly filling = new Signal<Rect | null>(null);
  /** The row before which dragged rows would be dropped. */
  readonly dropping = new Signal<number | null>(null);
  /** The cells copied last, while their dashes are shown. */
  readonly copied = new Signal<Rect | null>(null);
  readonly layout = new Signal<GridLayout>(layOut([], 0, 'short'));
  readonly config = new Signal<ViewConfig>(EMPTY_VIEW);
  /** Goes up whenever rows came, went or moved. */
  readonly rowsVersion = new Signal(0);
  /** Goes up whenever anything in the sheet changed, once per turn. */
  readonly version = new Signal(0);
  /** Goes up when columns changed. */
  readonly columnsVersion = new Signal(0);
  /** Keeps a changed configuration; set by whoever holds the views. */
  onConfig: (config: ViewConfig) => void = () => undefined;
  /** Asks the server for the views again; set by whoever holds them. */
  onViewsChanged: () => void = () => undefined;
  readonly footer: Footer;
  surface: GridSurface | null = null;
  private readonly texts = new TextCache();
  private readonly stop: () => void;
  private index: RowIndex;
  private ctx: ColumnContext;
  /** The slot of the row that the active cell is in; leaving it lets just-edited rows go. */
  private at = -1;
  /** Done once after the next change. */
  private afterChange: (() => void) | null = null;
  /** A row to go to once it has come. */
  private wanted: { row: InvestorId; col: ColumnId | null } | null = null;

  constructor(session: SheetSession, ctx: ColumnContext) {
    this.session = session;
    this.ctx = ctx;
    this.index = new RowIndex(session.view, EMPTY_VIEW, ctx);
    this.footer = new Footer(this);
    this.stop = session.onChange((change) => this.changed(change));
    this.selection.subscribe(() => this.moved());
    this.editing.subscribe(() => this.tellWhere());
  }

  close(): void {
    this.stop();
  }

  get rows(): RowIndex {
    return this.index;
  }

  get view() {
    return this.session.view;
  }

  extent(): Extent {
    return { rows: this.index.count, cols: this.layout.get().boxes.length };
  }

  setContext(ctx: ColumnContext): void {
    this.ctx = ctx;
    this.texts.clear();
    this.index.configure(this.config.get(), ctx);
    this.footer.rebuild();
    this.surface?.repaint();
    this.bump(true);
  }

  /** Shows the sheet in another way. `keep` false for what came from elsewhere, such as another view. */
  configure(config: ViewConfig, keep = true): void {
    const before = this.config.get();
    if (before === config) return;
    const active = this.activeIds();
    this.config.set(config);
    if (before.filter !== config.filter || before.sorts !== config.sorts) {
      this.index.configure(config, this.ctx);
      this.follow(active);
      this.bump(true);
      this.surface?.refreshRows();
    }
    this.footer.rebuild();
    if (keep) this.onConfig(config);
  }

  setLayout(layout: GridLayout): void {
    const active = this.activeIds();
    this.layout.set(layout);
    this.surface?.setLayout(layout);
    this.follow(active);
  }

  /** Selects, brings into view, and says where this tab is. */
  select(selection: Selection | null, reveal: 'active' | 'head' | 'no' = 'active'): void {
    this.selection.set(selection && fit(selection, this.extent()));
    const now = this.selection.get();
    if (now && reveal !== 'no') this.surface?.scrollTo(reveal === 'head' ? now.head : now.active);
  }

  selectCell(row: InvestorId, col: ColumnId): boolean {
    const slot = this.view.slotOf(row);
    const place = slot === undefined ? -1 : this.index.indexOf(slot);
    const column = this.layout.get().indexOf.get(col);
    if (place < 0 || column === undefined) return false;
    this.select(at({ row: place, col: column }));
    return true;
  }

  /** The row and column that a place on screen stands for. */
  idsAt(spot: Spot): { row: InvestorId; col: ColumnId; slot: number } | null {
    const slot = this.index.rows[spot.row];
    const box = this.layout.get().boxes[spot.col];
    return slot === undefined || !box ? null : { row: this.rowId(slot), col: box.column.id, slot };
  }

  activeIds(): { row: InvestorId; col: ColumnId; slot: number } | null {
    const selection = this.selection.get();
    return selection ? this.idsAt(selection.active) : null;
  }

  /** Gives the grid the focus; set by the component that holds it. */
  focus: () => void = () => undefined;

  /** Rows that were added just now appear behind the row of slot `after`, wherever the view would put them. */
  holdNew(rows: readonly InvestorId[], after: number | null): void {
    for (const row of rows) {
      const slot = this.view.slotOf(row);
      if (slot !== undefined) this.index.hold(slot, after ?? undefined);
    }
  }

  /** Selects a row, in column `col` or in the first; at once, or when it has come. */
  goTo(row: InvestorId, col: ColumnId | null): void {
    const slot = this.view.slotOf(row);
    const place = slot === undefined ? -1 : this.index.indexOf(slot);
    this.wanted = place < 0 ? { row, col } : null;
    if (place >= 0) this.select(at({ row: place, col: (col && this.layout.get().indexOf.get(col)) ?? 0 }));
  }

  /** Selects a rectangle, also where rows of it are yet to come. */
  growTo({ anchor, head }: { anchor: Spot; head: Spot }): void {
    const select = () => this.select({ active: anchor, anchor, head, reach: 'cells' }, 'no');
    if (head.row < this.index.count) select();
    else this.afterChange = select;
  }

  /** Opens a menu by keys: that of the cells under the active cell, that of its column under the header. */
  openMenuAtActive(kind: 'cells' | 'header'): void {
    const selection = this.selection.get();
    if (selection) this.surface?.scrollTo(selection.active);
    const rect = selection && this.surface?.cellRect(selection.active);
    const origin = this.surface?.frame.viewport.getBoundingClientRect();
    if (!selection || !rect || !origin) return;
    const x = origin.left + rect.left + 12;
    const y = origin.top + (kind === 'header' ? 0 : rect.top + rect.height);
    this.menu.set({ kind, x, y, col: this.activeIds()?.col ?? null, byKeys: true });
  }

  /** The record panel goes to the row above or below. */
  stepRecord(by: number): void {
    const selection = this.selection.get();
    if (!selection) return;
    this.select(at({ row: selection.active.row + by, col: selection.active.col }));
    const ids = this.activeIds();
    if (ids && this.panel.get()?.kind === 'record') this.panel.set({ kind: 'record', row: ids.row });
  }

  /** Keeps the rows where they stand although an edit may move or hide them, until the person leaves the row. */
  hold(slots: Iterable<number>): void {
    for (const slot of slots) this.index.hold(slot);
  }

  /** Lets rows that were held go where the view puts them. */
  release(): void {
    const active = this.activeIds();
    const delta = this.index.release();
    if (!delta.rebuilt && !delta.moved) {
      this.surface?.repaintStaying();
      return;
    }
    this.footer.rows(delta);
    this.follow(active);
    this.bump(true);
    this.surface?.refreshRows();
  }

  rowCount = (): number => this.index.count;
  slotAt = (row: number): number => this.index.rows[row] ?? -1;
  rowId = (slot: number): InvestorId => this.view.rowAt(slot).id;
  value = (slot: number, col: ColumnId) => (slot < 0 ? null : this.view.value(slot, col));
  text = (slot: number, { column }: Pick<ColumnBox, 'column'>) =>
    slot < 0 ? '' : this.texts.text(this.view, slot, column, this.ctx);
  mark = (slot: number, col: ColumnId) =>
    slot < 0
      ? ''
      : this.view.conflictAt(slot, col)
        ? 'conflict'
        : this.view.isPending(slot, col)
          ? 'pending'
          : '';
  isLoading = (col: ColumnId): boolean => !this.view.isColumnLoaded(col);
  isStaying = (slot: number): boolean => this.index.isHeld(slot) && this.hasFilterOrSort();
  context = (): ColumnContext => this.ctx;

  private hasFilterOrSort(): boolean {
    const { filter, sorts } = this.config.get();
    return filter.conditions.length > 0 || sorts.length > 0;
  }

  private changed(change: SheetChange): void {
    const active = this.activeIds();
    if (change.cells === null || change.contacts || change.columns) this.texts.clear();
    else for (const { slot, col } of change.cells) this.texts.forget(slot, col);
    const delta = this.index.apply(change);
    this.footer.changed(change, delta);
    if (delta.moved || delta.rebuilt) {
      this.follow(active);
      this.surface?.refreshRows();
    } else if (change.cells === null || change.contacts || change.columns) this.surface?.repaint();
    else this.surface?.repaintCells(change.cells, (slot) => this.index.indexOf(slot));
    if (change.columns) this.columnsVersion.set(this.columnsVersion.get() + 1);
    this.bump(delta.moved || delta.rebuilt);
    this.afterChange?.();
    this.afterChange = null;
    if (this.wanted) this.goTo(this.wanted.row, this.wanted.col);
  }

  /** After rows or columns moved, the selection stays with its row. */
  private follow(before: { row: InvestorId; col: ColumnId; slot: number } | null): void {
    const selection = this.selection.get();
    if (!selection) return;
    const kept = fit(selection, this.extent());
    const place = before ? this.index.indexOf(before.slot) : -1;
    const col = before ? this.layout.get().indexOf.get(before.col) : undefined;
    const { active, anchor, head, reach } = selection;
    const single = anchor.row === head.row && anchor.col === head.col;
    if (place >= 0 && col !== undefined && single && (place !== active.row || col !== active.col)) {
      const spot = { row: place, col };
      this.selection.set({ active: spot, anchor: spot, head: spot, reach });
    } else if (kept === null || kept.active.row !== active.row || kept.active.col !== active.col || !single)
      this.selection.set(kept);
  }

  private moved(): void {
    const ids = this.activeIds();
    const slot = ids?.slot ?? -1;
    if (slot !== this.at) {
      const left = this.at;
      this.at = slot;
      if (left >= 0 && this.index.isHeld(left)) queueMicrotask(() => this.release());
    }
    this.tellWhere();
  }

  private tellWhere(): void {
    const editing = this.editing.get();
    const ids = editing ?? this.activeIds();
    this.session.announce(ids ? { row: ids.row, col: ids.col } : null, editing !== null);
  }

  private bump(rows: boolean): void {
    if (rows) this.rowsVersion.set(this.rowsVersion.get() + 1);
    this.version.set(this.version.get() + 1);
  }
}
