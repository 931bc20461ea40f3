import { kindOf } from '@crm/grid/columns';
import { type ComponentType, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { onFirstTouch } from '../../../ui/warm.ts';
import { closeEditor } from '../commands/editing.ts';
import { read, write } from '../commands/ops.ts';
import type { Editing } from '../model/screens.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import type { GridSurface } from '../surface/surface.ts';
import { AlsoEditing } from './also-editing.tsx';
import { LineEditor } from './line-editor.tsx';
import { LongTextEditor } from './long-text-editor.tsx';
import type { EditorProps } from './types.ts';

type Editor = ComponentType<EditorProps>;

/** Editors that pick rather than type come with the first touch: before that, nobody can open one. */
function picking(load: () => Promise<Editor>): Editor {
  let here: Editor | null = null;
  const Later = lazy(
    onFirstTouch(async () => {
      here = await load();
      return { default: here };
    }),
  );
  return function Picking(props) {
    // `lazy` would wait even for what is here already. Chosen once, so that a draft is never mounted anew.
    const [Part] = useState(() => here ?? Later);
    return <Part {...props} />;
  };
}
const ChoiceEditor = picking(async () => (await import('./choice-editor.tsx')).ChoiceEditor);
const CommitmentEditor = picking(async () => (await import('./commitment-editor.tsx')).CommitmentEditor);
const ContactsEditor = picking(async () => (await import('./contacts-editor.tsx')).ContactsEditor);
const DateEditor = picking(async () => (await import('./date-editor.tsx')).DateEditor);
const PersonEditor = picking(async () => (await import('./person-editor.tsx')).PersonEditor);
const RatingEditor = picking(async () => (await import('./rating-editor.tsx')).RatingEditor);

const EDITORS: Partial<Record<ReturnType<typeof kindOf>['editor'], Editor>> = {
  line: LineEditor,
  longText: LongTextEditor,
  date: DateEditor,
  dateTime: DateEditor,
  choice: ChoiceEditor,
  choices: ChoiceEditor,
  rating: RatingEditor,
  person: PersonEditor,
  contacts: ContactsEditor,
  commitment: CommitmentEditor,
};

/** Places the open editor over its cell and keeps it there while rows move and the sheet scrolls. */
export function EditorHost({ surface }: { surface: GridSurface }) {
  const model = useGrid();
  const editing = useSignal(model.editing);
  if (!editing) return null;
  return createPortal(
    <Placed key={`${editing.row}/${editing.col}`} editing={editing} surface={surface} />,
    surface.frame.host,
  );
}

function Placed({ editing, surface }: { editing: Editing; surface: GridSurface }) {
  const model = useGrid();
  const box = useRef<HTMLDivElement>(null);
  const column = model.view.column(editing.col);
  useLayoutEffect(() => {
    const place = () => {
      const slot = model.view.slotOf(editing.row);
      const row = slot === undefined ? -1 : model.rows.indexOf(slot);
      const col = model.layout.get().indexOf.get(editing.col) ?? -1;
      const rect = row < 0 ? null : surface.cellRect({ row, col });
      const element = box.current;
      if (!element) return;
      element.style.visibility = rect ? '' : 'hidden';
      if (!rect) return;
      const { clientWidth, clientHeight } = surface.frame.viewport;
      element.style.minWidth = `${Math.max(rect.width + 1, editing.wide ? 420 : 0)}px`;
      element.style.setProperty('--g-cell', `${rect.height + 1}px`);
      // Lists and months reach out of the cell: all of them stays in view.
      const { offsetWidth: width, offsetHeight: height } = element;
      element.style.left = `${Math.max(0, Math.min(rect.left - 1, clientWidth - width))}px`;
      element.style.top = `${Math.max(-2, Math.min(rect.top - 1, clientHeight - height))}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    if (box.current) observer.observe(box.current);
    const stops = [
      () => observer.disconnect(),
      surface.onFrame(place),
      model.rowsVersion.subscribe(place),
      model.layout.subscribe(place),
    ];
    return () => stops.forEach((stop) => stop());
  }, [model, surface, editing]);
  if (!column) return null;
  const Chosen = EDITORS[kindOf(column.type).editor] ?? LineEditor;
  const slot = model.view.slotOf(editing.row) ?? -1;
  return (
    <div ref={box} className="g-editor" role="row">
      <div role="gridcell" aria-label={column.name}>
        <Suspense fallback={null}>
          <Chosen
            row={editing.row}
            column={column}
            value={model.value(slot, column.id)}
            replace={editing.start === 'replace'}
            wide={editing.wide}
            submitText={(text, leave) => {
              const result = read(model, editing.row, column, text);
              if (!result.ok) return result.reason;
              write(
                model,
                [{ row: editing.row, col: editing.col, value: result.value }],
                `Edit ${column.name}`,
                result.before,
              );
              closeEditor(model, leave);
              return null;
            }}
            submitValue={(value, leave, before = []) => {
              write(model, [{ row: editing.row, col: editing.col, value }], `Edit ${column.name}`, before);
              closeEditor(model, leave);
            }}
            change={(value, before = []) =>
              write(model, [{ row: editing.row, col: editing.col, value }], `Edit ${column.name}`, before)
            }
            close={(leave) => closeEditor(model, leave)}
          />
        </Suspense>
        <AlsoEditing editing={editing} />
      </div>
    </div>
  );
}
