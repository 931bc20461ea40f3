import type { GridLayout } from '../layout/layout.ts';
import { contains } from '../selection/selection.ts';
import type { Rect, Spot } from '../selection/selection.ts';

/** What is drawn over the cells. `kind` picks the looks in the style sheet. */
export interface Mark {
  readonly rect: Rect;
  readonly kind: 'range' | 'active' | 'handle' | 'fill' | 'copied' | 'drop' | 'other' | 'locked' | 'found';
  readonly hue?: string;
  /** Shown while the pointer is over it, e.g. a person's name. */
  readonly label?: string;
  /** Shows the label in any case. */
  readonly near?: boolean;
}

/** The window of rows that rectangles are cut to, so that no element grows to millions of pixels. */
export interface Visible {
  readonly from: number;
  readonly to: number;
  /** Pixels from which row tops are counted in this pane. */
  readonly base: number;
}

/** Rectangles over one pane's cells, from a pool of elements. */
export class Overlay {
  readonly element = document.createElement('div');
  private readonly pool: HTMLDivElement[] = [];
  /** The marks that are painted, each at the index of its element. */
  private painted: Mark[] = [];
  private spot: Spot | null = null;

  constructor() {
    this.element.className = 'g-overlay';
    this.element.setAttribute('role', 'presentation');
  }

  /** @param offset pixels subtracted from column lefts; `from … to` = the pane's columns */
  paint(
    marks: readonly Mark[],
    layout: GridLayout,
    offset: number,
    from: number,
    to: number,
    visible: Visible,
  ): void {
    let used = 0;
    this.painted = [];
    for (const mark of marks) {
      const { rect, kind, hue, label } = mark;
      const left = Math.max(rect.left, from);
      const right = Math.min(rect.right, to);
      const top = Math.max(rect.top, visible.from);
      const bottom = Math.min(rect.bottom, visible.to);
      if (left >= right || top >= bottom) continue;
      const first = layout.boxes[left];
      const last = layout.boxes[right - 1];
      if (!first || !last) continue;
      const element = this.take(used);
      this.painted.push(mark);
      used += 1;
      const h = layout.rowHeight;
      const ends = `${rect.left < from ? '' : ' g-starts'}${rect.right > to ? '' : ' g-ends'}`;
      element.className = `g-mark g-mark-${kind}${ends}`;
      element.style.transform = `translate(${first.left - offset}px, ${top * h - visible.base}px)`;
      element.style.width = `${last.left + last.width - first.left}px`;
      element.style.height = `${(bottom - top) * h}px`;
      if (hue) element.dataset.hue = hue;
      else delete element.dataset.hue;
      if (label) element.dataset.label = label;
      else delete element.dataset.label;
      // Over the first row in view there is no room for a label.
      element.toggleAttribute('data-first', rect.top <= visible.from);
      this.reveal(element, mark);
    }
    for (let i = used; i < this.pool.length; i += 1) {
      const element = this.pool[i];
      if (element) element.style.display = 'none';
    }
  }

  /** The cell that the pointer is over. */
  point(spot: Spot | null): void {
    if (spot?.row === this.spot?.row && spot?.col === this.spot?.col) return;
    this.spot = spot;
    this.painted.forEach((mark, i) => {
      const element = this.pool[i];
      if (element) this.reveal(element, mark);
    });
  }

  private reveal(element: HTMLElement, { rect, near }: Mark): void {
    const over = this.spot !== null && contains(rect, this.spot);
    element.toggleAttribute('data-near', near === true || over);
  }

  private take(i: number): HTMLDivElement {
    let element = this.pool[i];
    if (!element) {
      element = document.createElement('div');
      this.pool.push(element);
      this.element.append(element);
    }
    element.style.display = '';
    return element;
  }
}
