import type { RefObject } from 'react';
import type { GridModel } from '../../model/grid-model.ts';
import { FieldsPanel } from './fields-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { HeightPanel } from './height-panel.tsx';
import { SortPanel } from './sort-panel.tsx';
import { ToolPanel } from './tool-panel.tsx';

const PANELS = {
  filter: { title: 'Filter', width: 680, Panel: FilterPanel },
  sort: { title: 'Sort', width: 440, Panel: SortPanel },
  fields: { title: 'Fields', width: 320, Panel: FieldsPanel },
  height: { title: 'Row height', width: 200, Panel: HeightPanel },
};

/** The open panel of a toolbar button. */
export function OpenTool(props: {
  model: GridModel;
  tool: keyof typeof PANELS;
  anchor: RefObject<HTMLElement | null>;
  onClose(): void;
}) {
  const { title, width, Panel } = PANELS[props.tool];
  return (
    <ToolPanel title={title} width={width} anchor={props.anchor} onClose={props.onClose}>
      <Panel model={props.model} />
    </ToolPanel>
  );
}
