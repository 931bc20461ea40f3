import { GUTTER } from '../layout/layout.ts';
import type { ColumnBox, GridLayout } from '../layout/layout.ts';
import type { CellPainter } from './cell-painter.ts';
import type { Span } from './geometry.ts';
import type { PaintSource } from './source.ts';

/** Neighbouring columns that share a tile. `left` and `width` in the pane's pixels. */
interface Group extends Span {
  readonly left: number;
  readonly width: number;
}

interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  band: number;
  group: number;
  width: number;
  /** The rows painted so far, without a gap. */
  from: number;
  to: number;
}

/** Large enough that a screen needs few of them, since each costs the browser a little in every frame. */
const TILE_WIDTH = 640;
const TILE_HEIGHT = 384;

/** Cuts columns into groups of about a tile's width. */
export function groupColumns(layout: GridLayout, from: number, to: number, offset: number): Group[] {
  const groups: Group[] = [];
  let first = from;
  while (first < to) {
    const left = (layout.boxes[first]?.left ?? 0) - offset;
    let last = first;
    let width = 0;
    while (last < to && (last === first || width + (layout.boxes[last]?.width ?? 0) <= TILE_WIDTH)) {
      width += layout.boxes[last]?.width ?? 0;
      last += 1;
    }
    groups.push({ from: first, to: last, left, width });
    first = last;
  }
  return groups;
}

/**
 * One pane's cells as small canvases: a few rows by a few columns each. Scrolling moves the pane as a whole and paints
 * only the tiles that come into view; painted tiles stay until their canvas is needed elsewhere.
 */
export class Tiles {
  readonly element: HTMLElement;
  private readonly source: PaintSource;
  private readonly isHeld: boolean;
  private painter: CellPainter;
  private layout: GridLayout | null = null;
  private groups: Group[] = [];
  private bandRows = 4;
  private density = 1;
  private base = 0;
  private readonly shown = new Map<number, Tile>();
  private spare: Tile[] = [];

  /** @param isHeld paints the row numbers and the frozen columns, instead of the others */
  constructor(element: HTMLElement, source: PaintSource, painter: CellPainter, isHeld: boolean) {
    this.element = element;
    this.source = source;
    this.painter = painter;
    this.isHeld = isHeld;
  }

  arrange(layout: GridLayout, painter: CellPainter): void {
    this.layout = layout;
    this.painter = painter;
    this.density = window.devicePixelRatio || 1;
    this.bandRows = Math.max(1, Math.floor(TILE_HEIGHT / layout.rowHeight));
    this.groups = this.isHeld
      ? [{ from: 0, to: layout.frozen, left: 0, width: GUTTER + layout.frozenWidth }]
      : groupColumns(layout, layout.frozen, layout.boxes.length, layout.frozenWidth);
    this.clear();
  }

  /** Forgets what is painted, so that the next `show` paints it anew. */
  clear(): void {
    for (const tile of this.shown.values()) this.retire(tile);
    this.shown.clear();
  }

  /** Shows rows `span`, and the columns between the pane's pixels `x0` and `x1`. */
  show(span: Span, x0: number, x1: number, base: number): void {
    if (base !== this.base) {
      this.base = base;
      for (const tile of this.shown.values()) this.place(tile);
    }
    const firstBand = Math.floor(span.from / this.bandRows);
    const lastBand = Math.ceil(span.to / this.bandRows);
    const firstGroup = this.groups.findIndex((group) => group.left + group.width > x0);
    if (firstGroup < 0) return;
    let lastGroup = firstGroup;
    while (lastGroup < this.groups.length && (this.groups[lastGroup]?.left ?? 0) < x1) lastGroup += 1;
    const count = this.groups.length;
    for (const [key, tile] of this.shown) {
      const { band, group } = tile;
      if (band >= firstBand && band < lastBand && group >= firstGroup && group < lastGroup) continue;
      this.shown.delete(key);
      this.spare.push(tile);
    }
    const placed: Tile[] = [];
    for (let band = firstBand; band < lastBand; band += 1) {
      for (let group = firstGroup; group < lastGroup; group += 1) {
        const key = band * count + group;
        let tile = this.shown.get(key);
        if (!tile) {
          tile = this.take(group);
          tile.band = band;
          tile.group = group;
          tile.from = tile.to = 0;
          placed.push(tile);
          this.shown.set(key, tile);
        }
        this.extend(tile, span);
      }
    }
    // Places come after all painting: a canvas that is painted while styles are changed makes the browser compute them.
    for (const tile of placed) this.place(tile);
    for (const tile of this.spare.splice(8)) tile.canvas.remove();
  }

  /** Paints one cell again, if it is in view. */
  repaintCell(row: number, col: number): void {
    const group = this.groups.findIndex((candidate) => col >= candidate.from && col < candidate.to);
    if (group < 0) return;
    const tile = this.shown.get(Math.floor(row / this.bandRows) * this.groups.length + group);
    if (tile && row >= tile.from && row < tile.to) this.paintCell(tile, row, col);
  }

  private take(group: number): Tile {
    const width = this.groups[group]?.width ?? 0;
    const i = this.spare.findIndex((tile) => tile.width === width);
    const [found] = i >= 0 ? this.spare.splice(i, 1) : [];
    if (found) return found;
    const canvas = document.createElement('canvas');
    canvas.className = 'g-tile';
    canvas.width = Math.ceil(width * this.density);
    canvas.height = Math.ceil(this.bandHeight() * this.density);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${this.bandHeight()}px`;
    const ctx = canvas.getContext('2d', { alpha: false });
    if (!ctx) throw new Error('This browser has no 2D canvas.');
    ctx.setTransform(this.density, 0, 0, this.density, 0, 0);
    this.painter.prepare(ctx);
    this.element.prepend(canvas);
    return { canvas, ctx, band: -1, group, width, from: 0, to: 0 };
  }

  private retire(tile: Tile): void {
    tile.canvas.remove();
    for (const other of this.spare) other.canvas.remove();
    this.spare = [];
  }

  private bandHeight(): number {
    return this.bandRows * (this.layout?.rowHeight ?? 32);
  }

  private place(tile: Tile): void {
    const left = this.groups[tile.group]?.left ?? 0;
    tile.canvas.style.left = `${left}px`;
    tile.canvas.style.top = `${tile.band * this.bandHeight() - this.base}px`;
  }

  /** Paints those rows of `span` that the tile lacks. */
  private extend(tile: Tile, span: Span): void {
    const first = tile.band * this.bandRows;
    const end = Math.min(first + this.bandRows, this.source.rowCount());
    const from = Math.max(first, span.from);
    const to = Math.min(end, span.to);
    if (tile.from === tile.to) {
      const { ctx } = tile;
      ctx.fillStyle = this.painter.palette.surface;
      ctx.fillRect(0, 0, tile.width, this.bandHeight());
      this.paintRows(tile, from, to);
      tile.from = from;
      tile.to = to;
      return;
    }
    if (from < tile.from) {
      this.paintRows(tile, from, tile.from);
      tile.from = from;
    }
    if (to > tile.to) {
      this.paintRows(tile, tile.to, to);
      tile.to = to;
    }
  }

  private paintRows(tile: Tile, from: number, to: number): void {
    const { layout, source, painter, isHeld } = this;
    const group = this.groups[tile.group];
    if (!layout || !group || from >= to) return;
    const { ctx } = tile;
    const { palette } = painter;
    const { rowHeight, lines } = layout;
    const first = tile.band * this.bandRows;
    ctx.fillStyle = palette.staying;
    for (let row = from; row < to; row += 1)
      if (source.isStaying(source.slotAt(row)))
        ctx.fillRect(0, (row - first) * rowHeight, tile.width, rowHeight);
    if (isHeld)
      for (let row = from; row < to; row += 1)
        painter.number(ctx, String(row + 1), GUTTER - 14, (row - first) * rowHeight);
    // Column by column, so that neighbours share their font and colour.
    for (let col = group.from; col < group.to; col += 1) {
      const box = layout.boxes[col];
      if (!box) continue;
      const x = this.leftOf(box, group);
      for (let row = from; row < to; row += 1)
        painter.paint(ctx, source, source.slotAt(row), box, x, (row - first) * rowHeight, rowHeight, lines);
    }
    ctx.fillStyle = palette.line;
    for (let row = from; row < to; row += 1)
      ctx.fillRect(0, (row - first + 1) * rowHeight - 1, tile.width, 1);
    const top = (from - first) * rowHeight;
    const height = (to - from) * rowHeight;
    if (isHeld) ctx.fillRect(GUTTER - 1, top, 1, height);
    for (let col = group.from; col < group.to; col += 1) {
      const box = layout.boxes[col];
      if (box) ctx.fillRect(this.leftOf(box, group) + box.width - 1, top, 1, height);
    }
  }

  private paintCell(tile: Tile, row: number, col: number): void {
    const { layout, source, painter } = this;
    const group = this.groups[tile.group];
    const box = layout?.boxes[col];
    if (!layout || !group || !box) return;
    const { ctx } = tile;
    const { rowHeight, lines } = layout;
    const x = this.leftOf(box, group);
    const y = (row - tile.band * this.bandRows) * rowHeight;
    const slot = source.slotAt(row);
    ctx.fillStyle = source.isStaying(slot) ? painter.palette.staying : painter.palette.surface;
    ctx.fillRect(x, y, box.width - 1, rowHeight - 1);
    painter.paint(ctx, source, slot, box, x, y, rowHeight, lines);
  }

  /** Where a column starts in its tile. */
  private leftOf(box: ColumnBox, group: Group): number {
    return this.isHeld ? GUTTER + box.left : box.left - (this.layout?.frozenWidth ?? 0) - group.left;
  }
}
