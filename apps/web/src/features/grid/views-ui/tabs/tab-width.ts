import type { View } from '@crm/shared';
import { hasOwnChanges } from '../state/view-change.ts';

/** The widest tab, and what stands in one besides its name, in CSS pixels; as in view-tabs.module.css. */
const MOST = 240;
const PADDING = 20;
const LOCK = 17;
const DOT = 11;

let pen: CanvasRenderingContext2D | null | undefined;

/** The width of text as tabs write it, in CSS pixels. */
function textWidth(text: string): number {
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    const root = getComputedStyle(document.documentElement);
    const size = 0.8125 * Number.parseFloat(root.fontSize);
    if (pen) pen.font = `500 ${size}px ${root.getPropertyValue('--font')}`;
  }
  return pen ? pen.measureText(text).width : text.length * 8;
}

/** How wide a view's tab is, in CSS pixels, before it is drawn. */
export function tabWidth(view: View, measure: (text: string) => number = textWidth): number {
  const signs = (view.shared ? 0 : LOCK) + (hasOwnChanges(view) ? DOT : 0);
  return Math.min(MOST, Math.ceil(measure(view.name)) + PADDING + signs);
}
