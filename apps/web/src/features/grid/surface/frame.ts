/** The elements that a surface draws into; see `buildFrame`. */
export interface Frame {
  /** Scrolls; fills its parent. */
  readonly scroller: HTMLDivElement;
  /** As large as all rows and columns together, so that the scroll bars tell the truth. */
  readonly sizer: HTMLDivElement;
  /** Stays in place while the scroller scrolls; as large as what is seen. */
  readonly viewport: HTMLDivElement;
  /** Clips the scrolling columns, and what moves inside it. */
  readonly mainPane: HTMLDivElement;
  readonly mainLayer: HTMLDivElement;
  /** Clips the gutter and the frozen columns, and what moves inside it. */
  readonly heldPane: HTMLDivElement;
  readonly heldLayer: HTMLDivElement;
  /** Buttons over the cells that repeat what keys and menus offer. */
  readonly tools: HTMLDivElement;
  /** Editors stand here, over the cells. */
  readonly host: HTMLDivElement;
}

function box(name: string, parent: HTMLElement): HTMLDivElement {
  const element = document.createElement('div');
  element.className = name;
  parent.append(element);
  return element;
}

/**
 * Builds the scrolling frame: a sticky viewport inside a sizer as large as the sheet. The cells move by transforms that
 * this program sets, so that a scroll the program has not caught up with shows the last rows and never a blank.
 */
export function buildFrame(parent: HTMLElement): Frame {
  const scroller = box('g-scroller', parent);
  const sizer = box('g-sizer', scroller);
  const viewport = box('g-viewport', sizer);
  const mainPane = box('g-pane g-pane-main', viewport);
  const mainLayer = box('g-layer', mainPane);
  const heldPane = box('g-pane g-pane-held', viewport);
  const heldLayer = box('g-layer', heldPane);
  const tools = box('g-host', viewport);
  tools.setAttribute('aria-hidden', 'true');
  const host = box('g-host', viewport);
  host.setAttribute('role', 'presentation');
  scroller.tabIndex = -1;
  scroller.setAttribute('role', 'rowgroup');
  for (const element of [sizer, viewport, mainPane, heldPane, mainLayer, heldLayer])
    element.setAttribute('role', 'presentation');
  return { scroller, sizer, viewport, mainPane, mainLayer, heldPane, heldLayer, tools, host };
}
