import type { ColumnId } from '@crm/shared';
import { GUTTER } from '../layout/layout.ts';
import type { GridLayout } from '../layout/layout.ts';
import type { Rect, Spot } from '../selection/selection.ts';
import { buildFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { boxSpan, rowSpan } from './geometry.ts';
import { CellPainter } from './cell-painter.ts';
import { Ghost } from './ghost.ts';
import type { Span } from './geometry.ts';
import { Overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { Pace } from './pace.ts';
import { cellRectIn, hitIn, offsetsFor } from './places.ts';
import type { Hit, PixelRect, Window } from './places.ts';
import { onAppearance, readPalette } from './palette.ts';
import type { PaintSource } from './source.ts';
import { Tiles } from './tiles.ts';

/** Milliseconds without scrolling after which the elements for assistive technology follow. */
const REST = 90;
/** Row tops are counted from a multiple of this many pixels, since transforms lose precision far from their origin. */
const BASE_STEP = 65_536;
/** Room under the last row, for the button that adds one. */
const TAIL = 72;

let surfaces = 0;

/** Told after each frame that moved something: the offsets in pixels. */
export type FrameListener = (left: number, top: number) => void;

/**
 * Paints the sheet onto canvas tiles: no framework, no element per cell while scrolling, no rebuild on edit. It decides
 * nothing; what is selected, edited or sorted comes from outside.
 */
export class GridSurface {
  readonly frame: Frame;
  private readonly source: PaintSource;
  private readonly name = `g${(surfaces += 1)}`;
  private readonly main: Tiles;
  private readonly held: Tiles;
  private readonly ghost: Ghost;
  private painter: CellPainter;
  private readonly stopAppearance: () => void;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly mainOverlay = new Overlay();
  private readonly heldOverlay = new Overlay();
  private readonly observer: ResizeObserver;
  private readonly listeners = new Set<FrameListener>();
  private readonly ghostListeners = new Set<() => void>();
  private layout: GridLayout | null = null;
  private marks: readonly Mark[] = [];
  private selected: Rect | null = null;
  private size = { width: 0, height: 0 };
  private base = 0;
  private span: Span = { from: 0, to: 0 };
  private columns: Span = { from: 0, to: 0 };
  private readonly pace = new Pace(() => this.render());
  private stale = true;
  /** The elements for assistive technology are to follow in the next frame, not only at rest. */
  private restless = true;

  constructor(parent: HTMLElement, source: PaintSource) {
    this.source = source;
    this.frame = buildFrame(parent);
    this.painter = new CellPainter(readPalette(this.frame.viewport));
    this.main = new Tiles(this.frame.mainLayer, source, this.painter, false);
    this.held = new Tiles(this.frame.heldLayer, source, this.painter, true);
    this.ghost = new Ghost(this.name, source);
    this.frame.viewport.insertBefore(this.ghost.element, this.frame.tools);
    this.frame.mainLayer.append(this.mainOverlay.element);
    this.frame.heldLayer.append(this.heldOverlay.element);
    this.stopAppearance = onAppearance(this.refreshLooks);
    this.frame.scroller.addEventListener('scroll', this.ask, { passive: true });
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this.frame.scroller);
    this.measure();
  }

  destroy(): void {
    this.observer.disconnect();
    this.stopAppearance();
    clearTimeout(this.resting);
    this.pace.stop();
    this.frame.scroller.remove();
  }

  onFrame(listener: FrameListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told when the elements for assistive technology have followed. */
  onGhost(listener: () => void): () => void {
    this.ghostListeners.add(listener);
    return () => this.ghostListeners.delete(listener);
  }

  setLayout(layout: GridLayout): void {
    this.layout = layout;
    this.stale = true;
    this.resize();
    this.ask();
  }

  /** Rows came, went or moved. */
  refreshRows(): void {
    this.resize();
    this.repaint();
  }

  /** Values changed, nobody says which. */
  repaint(): void {
    this.main.clear();
    this.held.clear();
    this.ghost.forget();
    this.restless = true;
    this.ask();
  }

  /** Rows that stayed only for their edit no longer do, or do now. */
  repaintStaying(): void {
    this.main.clear();
    this.held.clear();
    this.ask();
  }

  /** Paints the cells that changed, as far as they are in view. `rowOf` gives a slot's row, or -1. */
  repaintCells(
    cells: readonly { readonly slot: number; readonly col: ColumnId }[],
    rowOf: (slot: number) => number,
  ): void {
    const { layout, span } = this;
    if (!layout) return;
    for (const { slot, col } of cells) {
      const index = layout.indexOf.get(col);
      if (index === undefined) continue;
      const row = rowOf(slot);
      if (row < span.from || row >= span.to) continue;
      (index < layout.frozen ? this.held : this.main).repaintCell(row, index);
      this.ghost.update(slot, index);
    }
  }

  setMarks(marks: readonly Mark[], selected: Rect | null): void {
    this.marks = marks;
    this.selected = selected;
    this.restless = true;
    this.paintMarks();
    this.ask();
  }

  /** Rows and columns that are wholly in view, for page keys. */
  page(): { rows: number; cols: number } {
    const rowHeight = this.layout?.rowHeight ?? 32;
    return {
      rows: Math.max(1, Math.floor(this.size.height / rowHeight) - 1),
      cols: Math.max(1, this.columns.to - this.columns.from - 1),
    };
  }

  /** Rows in view, for saying which cells matter. */
  visibleRows(): Span {
    return this.span;
  }

  scrollTo(spot: Spot): void {
    const { layout } = this;
    const { scroller } = this.frame;
    if (!layout?.boxes[spot.col]) return;
    const { left, top } = offsetsFor(layout, spot, this.seen());
    if (top !== scroller.scrollTop) scroller.scrollTop = top;
    if (left !== scroller.scrollLeft) scroller.scrollLeft = left;
    this.render();
  }

  /** Where a cell stands in the viewport now. */
  cellRect(spot: Spot): PixelRect | null {
    return this.layout && cellRectIn(this.layout, spot, this.seen());
  }

  /** The id of the element that shows a cell, or null when it is out of view. */
  cellId({ row, col }: Spot): string | null {
    return this.ghost.find(row, col)?.id ?? null;
  }

  /** What a point of the window is over. */
  hit(clientX: number, clientY: number): Hit {
    const { layout } = this;
    if (!layout) return { zone: 'outside', row: 0, col: 0 };
    const rect = this.frame.viewport.getBoundingClientRect();
    return hitIn(layout, clientX - rect.left, clientY - rect.top, this.seen(), this.source.rowCount());
  }

  /** The cell that the pointer is over, whose marks then say whose they are; null = none. */
  point(spot: Spot | null): void {
    this.mainOverlay.point(spot);
    this.heldOverlay.point(spot);
  }

  /** Paints now what would be painted in the next frame. */
  render = (): void => {
    this.pace.settle();
    const { layout, source, frame } = this;
    if (!layout || this.size.height === 0) return;
    const left = frame.scroller.scrollLeft;
    const top = frame.scroller.scrollTop;
    if (this.stale) this.arrange(layout);
    const base = Math.floor(top / BASE_STEP) * BASE_STEP;
    const moved = base !== this.base;
    this.base = base;
    const room = Math.max(0, this.size.width - GUTTER - layout.frozenWidth);
    const span = rowSpan(top, this.size.height, layout.rowHeight, source.rowCount(), 0);
    const x = layout.frozenWidth + left;
    const same = span.from === this.span.from && span.to === this.span.to;
    this.span = span;
    this.columns = boxSpan(layout.boxes, layout.frozen, x, x + room);
    this.main.show(span, left, left + room, base);
    this.held.show(span, 0, 1, base);
    frame.mainLayer.style.transform = `translate(${-left}px, ${base - top}px)`;
    frame.heldLayer.style.transform = `translateY(${base - top}px)`;
    if (!same || moved) this.paintMarks();
    if (this.restless) this.syncGhost();
    else {
      clearTimeout(this.resting);
      this.resting = setTimeout(this.syncGhost, REST);
    }
    for (const listener of this.listeners) listener(left, top);
  };

  private readonly ask = (): void => {
    this.pace.ask();
  };

  private seen(): Window {
    const { scrollLeft: left, scrollTop: top } = this.frame.scroller;
    return { left, top, ...this.size };
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.frame.scroller;
    if (clientWidth === this.size.width && clientHeight === this.size.height) return;
    this.size = { width: clientWidth, height: clientHeight };
    const { style } = this.frame.viewport;
    style.width = `${clientWidth}px`;
    style.height = `${clientHeight}px`;
    this.stale = true;
    this.ask();
  }

  private resize(): void {
    const { layout } = this;
    if (!layout) return;
    const { style } = this.frame.sizer;
    style.width = `${GUTTER + layout.width + TAIL}px`;
    style.height = `${this.source.rowCount() * layout.rowHeight + TAIL}px`;
  }

  private arrange(layout: GridLayout): void {
    this.stale = false;
    const { frame } = this;
    const held = GUTTER + layout.frozenWidth;
    frame.heldPane.style.width = `${held}px`;
    frame.mainPane.style.left = `${held}px`;
    frame.viewport.style.setProperty('--g-row', `${layout.rowHeight}px`);
    frame.viewport.dataset.lines = String(layout.lines);
    this.main.arrange(layout, this.painter);
    this.held.arrange(layout, this.painter);
    this.ghost.forget();
    this.restless = true;
    this.span = { from: 0, to: 0 };
  }

  private paintMarks(): void {
    const { layout, span, base, marks } = this;
    if (!layout) return;
    const visible = { ...span, base };
    this.mainOverlay.paint(marks, layout, layout.frozenWidth, layout.frozen, layout.boxes.length, visible);
    this.heldOverlay.paint(marks, layout, -GUTTER, 0, layout.frozen, visible);
  }

  private readonly syncGhost = (): void => {
    clearTimeout(this.resting);
    this.restless = false;
    const { layout, span, columns, frame } = this;
    if (!layout) return;
    const { scrollLeft: left, scrollTop: top } = frame.scroller;
    this.ghost.sync({ layout, rows: span, columns, left, top }, this.selected);
    for (const listener of this.ghostListeners) listener();
  };

  private readonly refreshLooks = (): void => {
    this.painter = new CellPainter(readPalette(this.frame.viewport));
    this.stale = true;
    this.ask();
  };
}
