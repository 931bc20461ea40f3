import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { copy, paste } from './commands/clipboard.ts';
import { closeEditor } from './commands/editing.ts';
import { commandFor } from './commands/keymap.ts';
import { run } from './commands/run.ts';
import { EditorHost } from './editors/editor-host.tsx';
import { FooterBar } from './footer/footer-bar.tsx';
import { Header } from './header/header.tsx';
import { useColumnLayout } from './layout/use-layout.ts';
import { marksOf } from './model/marks.ts';
import type { GridModel } from './model/grid-model.ts';
import { useSignal } from './model/signal.ts';
import { useGrid } from './model/use-model.ts';
import { followPointer } from './surface/pointer.ts';
import { GridSurface } from './surface/surface.ts';
import { RowTools } from './surface/row-tools.tsx';
import './styles/surface.css';
import './styles/grid.css';
import './styles/editors.css';

const inText = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/** What was asked for and is still being loaded takes the keys: they are not for the cells under it. */
const opensSomething = (model: GridModel) =>
  model.typeAhead.isWaiting || model.menu.get() !== null || model.ask.get() !== null;

function giveUp(model: GridModel): void {
  model.menu.set(null);
  model.ask.set(null);
  if (model.typeAhead.isWaiting) closeEditor(model, 'stay');
}

/** The sheet itself: header, painted rows, footer; keys, clipboard and focus. */
export function GridArea() {
  const model = useGrid();
  const root = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const [surface, setSurface] = useState<GridSurface | null>(null);
  const [room, setRoom] = useState(1200);
  useColumnLayout(room);
  useSignal(model.rowsVersion);
  const layout = useSignal(model.layout);

  useLayoutEffect(() => {
    const parent = area.current;
    if (!parent) return undefined;
    const made = new GridSurface(parent, model);
    model.surface = made;
    made.setLayout(model.layout.get());
    made.render();
    setSurface(made);
    const stop = followPointer(model, made);
    const observer = new ResizeObserver(() => setRoom(parent.clientWidth));
    observer.observe(parent);
    return () => {
      stop();
      observer.disconnect();
      model.surface = null;
      made.destroy();
    };
  }, [model]);

  useEffect(() => {
    model.focus = () => root.current?.focus({ preventScroll: true });
    const grid = root.current;
    if (!surface || !grid) return undefined;
    const paint = () => {
      const { marks, selected } = marksOf(model);
      surface.setMarks(marks, selected);
    };
    const point = () => {
      const selection = model.selection.get();
      const id = selection && surface.cellId(selection.active);
      if (id) grid.setAttribute('aria-activedescendant', id);
      else grid.removeAttribute('aria-activedescendant');
    };
    const stops = [
      ...[model.selection, model.editing, model.find, model.copied, model.filling, model.dropping].map(
        (signal) => signal.subscribe(paint),
      ),
      model.rowsVersion.subscribe(paint),
      model.layout.subscribe(paint),
      model.session.onPresence(paint),
      surface.onGhost(point),
    ];
    paint();
    return () => stops.forEach((stop) => stop());
  }, [model, surface]);

  return (
    <div className="g-frame">
      <div
        ref={root}
        className="g-grid"
        role="grid"
        tabIndex={0}
        aria-label="Investors"
        aria-multiselectable="true"
        aria-rowcount={model.rows.count + 1}
        aria-colcount={layout.boxes.length + 2}
        onFocus={(event) => {
          if (event.target === event.currentTarget && !model.selection.get())
            run(model, { do: 'move', direction: 'up', extend: false, far: 'no' });
        }}
        onKeyDown={(event) => {
          if (inText(event.target) || event.nativeEvent.isComposing) return;
          if (event.target !== event.currentTarget && event.target instanceof HTMLButtonElement) return;
          if (opensSomething(model)) {
            if (event.key === 'Escape') giveUp(model);
            return;
          }
          const command = commandFor(event);
          if (command && run(model, command)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
        onKeyPress={(event) => {
          if (event.key.length === 1 && !inText(event.target)) model.typeAhead.keep(event.key);
        }}
        onCopy={(event) => {
          if (!inText(event.target) && copy(model, event.clipboardData, false)) event.preventDefault();
        }}
        onCut={(event) => {
          if (!inText(event.target) && copy(model, event.clipboardData, true)) event.preventDefault();
        }}
        onPaste={(event) => {
          if (!inText(event.target) && paste(model, event.clipboardData)) event.preventDefault();
        }}
      >
        <Header surface={surface} />
        <div ref={area} className="g-area" role="presentation" />
      </div>
      <FooterBar surface={surface} />
      {surface ? <EditorHost surface={surface} /> : null}
      {surface ? <RowTools surface={surface} /> : null}
    </div>
  );
}
