import type { Chip } from './chips.ts';
import { chipsOf } from './chips.ts';
import { TextFitter } from './fit-text.ts';
import type { ColumnBox } from '../layout/layout.ts';
import type { Palette } from './palette.ts';
import type { PaintSource } from './source.ts';

type Context = CanvasRenderingContext2D;

const PAD = 8;
const PILL = 20;
const LINE = 20;

/** Paints cells into a canvas, in its pixels at density 1. Nothing is painted outside the cell's own box. */
export class CellPainter {
  readonly palette: Palette;
  private readonly fit: TextFitter;
  private readonly fitSmall: TextFitter;
  /** From the middle of a line of text to its baseline. */
  private readonly drop: number;
  private readonly dropSmall: number;

  constructor(palette: Palette) {
    this.palette = palette;
    const [fit, drop] = fitterFor(palette.font);
    const [fitSmall, dropSmall] = fitterFor(palette.smallFont);
    this.fit = fit;
    this.drop = drop;
    this.fitSmall = fitSmall;
    this.dropSmall = dropSmall;
  }

  /** Sets what all cells share; call it before the first `paint` on a canvas. */
  prepare(ctx: Context): void {
    ctx.font = this.palette.font;
    ctx.textBaseline = 'alphabetic';
    ctx.textAlign = 'left';
  }

  /** Paints the content of one cell whose background is painted already. */
  paint(
    ctx: Context,
    source: PaintSource,
    slot: number,
    box: ColumnBox,
    x: number,
    y: number,
    height: number,
    lines: number,
  ): void {
    const { column, kind } = box;
    const value = source.value(slot, column.id);
    if (value !== null) {
      const text = source.text(slot, box);
      const chips = chipsOf(value, column, text, source.context());
      if (chips) this.chips(ctx, chips, x, y, box.width, height);
      else if (kind.align === 'end') this.endText(ctx, text, x, y, box.width);
      else if (lines === 1) this.text(ctx, this.fit.line(text, box.width - 2 * PAD), x + PAD, y + 16);
      else this.wrapped(ctx, text, x + PAD, y, box.width - 2 * PAD, lines);
    } else if (source.isLoading(column.id)) {
      ctx.fillStyle = this.palette.skeleton;
      ctx.fillRect(x + PAD, y + 12, Math.min(96, box.width - 2 * PAD), 8);
    }
    const mark = source.mark(slot, column.id);
    if (mark !== '') this.corner(ctx, mark === 'conflict', x + box.width - 1, y);
  }

  /** A row's number in the gutter. */
  number(ctx: Context, text: string, right: number, y: number): void {
    ctx.font = this.palette.smallFont;
    ctx.fillStyle = this.palette.faint;
    ctx.fillText(text, right - this.fitSmall.width(text), y + 16 + this.dropSmall);
    ctx.font = this.palette.font;
  }

  private text(ctx: Context, text: string, x: number, middle: number): void {
    ctx.fillStyle = this.palette.text;
    ctx.fillText(text, x, middle + this.drop);
  }

  private endText(ctx: Context, text: string, x: number, y: number, width: number): void {
    const cut = this.fit.line(text, width - 2 * PAD);
    this.text(ctx, cut, x + width - PAD - this.fit.width(cut), y + 16);
  }

  private wrapped(ctx: Context, text: string, x: number, y: number, room: number, lines: number): void {
    let middle = y + 16;
    for (const line of this.fit.lines(text, room, lines)) {
      this.text(ctx, line, x, middle);
      middle += LINE;
    }
  }

  private chips(
    ctx: Context,
    chips: readonly Chip[],
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    const end = x + width - 6;
    let left = x + 6;
    let middle = y + 16;
    for (const chip of chips) {
      if (chip.look === 'plain') {
        const cut = this.fit.line(chip.text, end - left);
        this.text(ctx, cut, end - 2 - this.fit.width(cut), middle);
        continue;
      }
      if (chip.look === 'check') {
        this.check(ctx, x + width / 2, middle);
        continue;
      }
      const hue = chip.hue ?? 'gray';
      if (chip.look === 'stars') {
        ctx.fillStyle = this.palette.ink[hue];
        ctx.fillText(this.fit.line(chip.text, end - left), left + 2, middle + this.drop);
        continue;
      }
      let text = this.fitSmall.line(chip.text, Math.max(0, end - left - 14));
      let wide = this.fitSmall.width(text) + 14;
      if (text !== chip.text && left > x + 6 && middle + 24 + PILL / 2 < y + height) {
        left = x + 6;
        middle += 24;
        text = this.fitSmall.line(chip.text, end - left - 14);
        wide = this.fitSmall.width(text) + 14;
      }
      if (text === '' || left + 20 > end) return;
      ctx.fillStyle = this.palette.tint[hue];
      ctx.beginPath();
      ctx.roundRect(left, middle - PILL / 2, wide, PILL, PILL / 2);
      ctx.fill();
      ctx.font = this.palette.smallFont;
      ctx.fillStyle = this.palette.ink[hue];
      ctx.fillText(text, left + 7, middle + this.dropSmall);
      ctx.font = this.palette.font;
      left += wide + 4;
    }
  }

  private check(ctx: Context, x: number, y: number): void {
    ctx.fillStyle = this.palette.tint.green;
    ctx.beginPath();
    ctx.roundRect(x - 8, y - 8, 16, 16, 4);
    ctx.fill();
    ctx.strokeStyle = this.palette.ink.green;
    ctx.lineWidth = 1.75;
    ctx.beginPath();
    ctx.moveTo(x - 3.5, y + 0.25);
    ctx.lineTo(x - 1, y + 3);
    ctx.lineTo(x + 4, y - 3);
    ctx.stroke();
  }

  private corner(ctx: Context, conflict: boolean, right: number, top: number): void {
    const size = conflict ? 9 : 4;
    ctx.fillStyle = conflict ? this.palette.attention : this.palette.accent;
    ctx.beginPath();
    ctx.moveTo(right - size, top);
    ctx.lineTo(right, top);
    ctx.lineTo(right, top + size);
    ctx.fill();
  }
}

function fitterFor(font: string): [TextFitter, number] {
  const ctx = document.createElement('canvas').getContext('2d');
  if (!ctx) throw new Error('This browser has no 2D canvas.');
  ctx.font = font;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ctx.measureText('x');
  return [new TextFitter((char) => ctx.measureText(char).width), Math.round((up - down) / 2)];
}
