import type { GridModel } from '../model/grid-model.ts';
import { fill } from '../commands/cells.ts';
import { openEditor } from '../commands/editing.ts';
import { moveRows, selectedSlots } from '../commands/rows.ts';
import { at, contains, extendTo, rectOf, wholeRows } from '../selection/selection.ts';
import type { Rect, Spot } from '../selection/selection.ts';
import type { GridSurface } from './surface.ts';

/** Pixels round the corner of the selection that take hold of the fill handle. */
const HANDLE = 7;
/** Pixels from the edge of the view in which a drag scrolls it. */
const EDGE = 28;
/** Pixels of the corner that marks a conflict. */
const CORNER = 14;

type Drag =
  | { readonly kind: 'cells' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'fill'; readonly source: Rect; target: Rect }
  | { readonly kind: 'move'; readonly slots: readonly number[]; before: number; moved: boolean };

/** Turns presses and drags on the sheet into selection, filling and moving. Returns the way to stop. */
export function followPointer(model: GridModel, surface: GridSurface): () => void {
  const { viewport, scroller } = surface.frame;
  let drag: Drag | null = null;
  let last = { x: 0, y: 0 };
  let scrolling = 0;

  const onHandle = (event: PointerEvent): boolean => {
    const selection = model.selection.get();
    if (!selection || model.editing.get()) return false;
    const rect = rectOf(selection, model.extent());
    const corner = surface.cellRect({ row: rect.bottom - 1, col: rect.right - 1 });
    const origin = viewport.getBoundingClientRect();
    if (!corner) return false;
    const x = origin.left + corner.left + corner.width;
    const y = origin.top + corner.top + corner.height;
    return Math.abs(event.clientX - x) <= HANDLE && Math.abs(event.clientY - y) <= HANDLE;
  };

  /** The amber corner of a cell with a conflict. */
  const onConflict = (event: PointerEvent, spot: Spot): boolean => {
    const ids = model.idsAt(spot);
    const rect = surface.cellRect(spot);
    const origin = viewport.getBoundingClientRect();
    if (!ids || !rect || !model.view.conflictAt(ids.slot, ids.col)) return false;
    const x = event.clientX - origin.left - rect.left - rect.width;
    return x > -CORNER && event.clientY - origin.top - rect.top < CORNER;
  };

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('.g-host > *')))
      return;
    const hit = surface.hit(event.clientX, event.clientY);
    const selection = model.selection.get();
    const { shiftKey: shift } = event;
    const slotsBefore = selectedSlots(model);
    if (hit.zone === 'outside' || hit.zone === 'below') return;
    event.preventDefault();
    model.focus();
    const rect = selection && rectOf(selection, model.extent());
    if (rect && onHandle(event)) drag = { kind: 'fill', source: rect, target: rect };
    else if (hit.zone === 'gutter') {
      const chosen = selection?.reach === 'rows' && rect && hit.row >= rect.top && hit.row < rect.bottom;
      if (chosen && !shift && model.config.get().sorts.length === 0)
        drag = { kind: 'move', slots: slotsBefore, before: hit.row, moved: false };
      else {
        const anchor = shift && selection ? selection.anchor.row : hit.row;
        model.select(wholeRows(anchor, hit.row, selection?.active.col ?? 0), 'no');
        drag = { kind: 'rows' };
      }
    } else if (shift && selection) {
      model.select(extendTo(selection, hit), 'no');
      drag = { kind: 'cells' };
    } else {
      const spot: Spot = { row: hit.row, col: hit.col };
      model.select(at(spot));
      if (onConflict(event, spot)) model.panel.set({ kind: 'tray' });
      drag = { kind: 'cells' };
    }
    last = { x: event.clientX, y: event.clientY };
    viewport.setPointerCapture(event.pointerId);
  };

  const follow = () => {
    const hit = surface.hit(last.x, last.y);
    const selection = model.selection.get();
    if (!drag || !selection) return;
    if (drag.kind === 'cells') model.select(extendTo(selection, hit), 'no');
    else if (drag.kind === 'rows')
      model.select(wholeRows(selection.anchor.row, hit.row, selection.active.col), 'no');
    else if (drag.kind === 'fill') {
      drag.target = fillTarget(drag.source, hit);
      model.filling.set(drag.target);
    } else {
      drag.before = hit.row;
      drag.moved ||= Math.abs(hit.row - selection.anchor.row) > 0;
      if (drag.moved) model.dropping.set(hit.row);
    }
  };

  const edge = () => {
    scrolling = 0;
    if (!drag) return;
    const box = viewport.getBoundingClientRect();
    const pull = (near: number, far: number) => (near < EDGE ? near - EDGE : far < EDGE ? EDGE - far : 0);
    const left =
      drag.kind === 'rows' || drag.kind === 'move'
        ? 0
        : pull(Math.max(last.x - box.left - 64, -EDGE), box.right - last.x);
    const top = pull(last.y - box.top, box.bottom - last.y);
    if (left === 0 && top === 0) return;
    scroller.scrollBy(left / 2, top / 2);
    follow();
    scrolling = requestAnimationFrame(edge);
  };

  const move = (event: PointerEvent) => {
    if (!drag) {
      viewport.style.cursor = onHandle(event) ? 'crosshair' : '';
      const hit = surface.hit(event.clientX, event.clientY);
      surface.point(hit.zone === 'cell' ? hit : null);
      return;
    }
    last = { x: event.clientX, y: event.clientY };
    follow();
    if (scrolling === 0) scrolling = requestAnimationFrame(edge);
  };

  const leave = () => surface.point(null);

  const up = () => {
    const done = drag;
    drag = null;
    cancelAnimationFrame(scrolling);
    scrolling = 0;
    model.filling.set(null);
    model.dropping.set(null);
    if (done?.kind === 'fill' && done.target !== done.source) {
      fill(model, done.source, done.target, 'series');
      const { top, left, bottom, right } = done.target;
      model.growTo({ anchor: { row: top, col: left }, head: { row: bottom - 1, col: right - 1 } });
    } else if (done?.kind === 'move' && done.moved) moveRows(model, done.slots, done.before);
    else if (done?.kind === 'move') {
      const selection = model.selection.get();
      const hit = surface.hit(last.x, last.y);
      if (selection) model.select(wholeRows(hit.row, hit.row, selection.active.col), 'no');
    }
  };

  const double = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.g-host > *')) return;
    const hit = surface.hit(event.clientX, event.clientY);
    if (hit.zone === 'cell') openEditor(model, 'keep');
    else if (hit.zone === 'gutter') {
      const ids = model.idsAt(hit);
      if (ids) model.panel.set({ kind: 'record', row: ids.row });
    }
  };

  const menu = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('.g-host > *')) return;
    const hit = surface.hit(event.clientX, event.clientY);
    if (hit.zone !== 'cell' && hit.zone !== 'gutter') return;
    event.preventDefault();
    const selection = model.selection.get();
    const inside = selection && contains(rectOf(selection, model.extent()), hit);
    if (!inside) model.select(hit.zone === 'gutter' ? wholeRows(hit.row, hit.row, 0) : at(hit), 'no');
    const ids = model.idsAt(hit);
    const kind = hit.zone === 'gutter' ? 'rows' : 'cells';
    model.menu.set({
      kind,
      x: event.clientX,
      y: event.clientY,
      col: ids?.col ?? null,
      byKeys: event.detail === 0,
    });
  };

  viewport.addEventListener('pointerdown', down);
  viewport.addEventListener('pointermove', move);
  viewport.addEventListener('pointerleave', leave);
  viewport.addEventListener('pointerup', up);
  viewport.addEventListener('pointercancel', up);
  viewport.addEventListener('dblclick', double);
  viewport.addEventListener('contextmenu', menu);
  return () => {
    cancelAnimationFrame(scrolling);
    viewport.removeEventListener('pointerdown', down);
    viewport.removeEventListener('pointermove', move);
    viewport.removeEventListener('pointerleave', leave);
    viewport.removeEventListener('pointerup', up);
    viewport.removeEventListener('pointercancel', up);
    viewport.removeEventListener('dblclick', double);
    viewport.removeEventListener('contextmenu', menu);
  };
}

/** The source, grown in the one direction in which the pointer is furthest from it. */
export function fillTarget(source: Rect, { row, col }: Spot): Rect {
  const down = Math.max(source.top - row, row - source.bottom + 1, 0);
  const across = Math.max(source.left - col, col - source.right + 1, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row + 1) }
    : { ...source, left: Math.min(source.left, col), right: Math.max(source.right, col + 1) };
}
