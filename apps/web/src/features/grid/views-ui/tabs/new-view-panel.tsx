import type { RefObject } from 'react';
import type { GridModel } from '../../model/grid-model.ts';
import { ToolPanel } from '../panels/tool-panel.tsx';
import type { Views } from '../use-views.ts';
import { NewView } from './new-view.tsx';

/** The panel under the + button. */
export function NewViewPanel(props: {
  model: GridModel;
  views: Views;
  anchor: RefObject<HTMLElement | null>;
  onClose(): void;
}) {
  return (
    <ToolPanel title="New view" width={400} anchor={props.anchor} onClose={props.onClose}>
      <NewView model={props.model} views={props.views} onClose={props.onClose} />
    </ToolPanel>
  );
}
