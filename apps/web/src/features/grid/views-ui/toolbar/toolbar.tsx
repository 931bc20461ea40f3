import { isActive } from '@crm/grid/views';
import { ArrowDownUp, EyeOff, ListFilter, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommands } from '../../../../app/commands.ts';
import { useShortcuts } from '../../../../app/shortcuts.ts';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import type { Views } from '../use-views.ts';
import { useNarrow } from '../panels/use-narrow.ts';
import { hiddenCount } from '../words/fields.ts';
import { DraftBar } from './draft-bar.tsx';
import { ToolButton } from './tool-button.tsx';
import css from './toolbar.module.css';

const GROUP = 'This view';

/**
 * Filter, Sort, Fields and Row height of the view shown, each with what is on, and at the end what becomes of the changes.
 * `children` stand behind them: find, share.
 */
export function Toolbar({
  model,
  views,
  children,
}: {
  model: GridModel;
  views: Views;
  children?: ReactNode;
}) {
  const config = useSignal(model.config);
  useSignal(model.columnsVersion);
  // Cards are as high as they are.
  const narrow = useNarrow();
  const columns = model.view.columns();
  const live = new Set(columns.map((column) => column.id));
  const ctx = model.context();
  const filters = config.filter.conditions.filter((one) => isActive(one, model.view, ctx)).length;
  const sorts = config.sorts.filter((key) => live.has(key.col)).length;
  const hidden = hiddenCount(config, columns);
  useShortcuts([
    { keys: 'mod+shift+f', label: 'Filter', group: GROUP, run: () => model.tool.set('filter') },
    { keys: 'mod+shift+s', label: 'Sort', group: GROUP, run: () => model.tool.set('sort') },
  ]);
  useCommands([
    command('filter', 'Filter', <ListFilter size={16} aria-hidden />, 'mod+shift+f'),
    command('sort', 'Sort', <ArrowDownUp size={16} aria-hidden />, 'mod+shift+s'),
    command('fields', 'Show and hide fields', <EyeOff size={16} aria-hidden />),
    command('height', 'Row height', <Rows3 size={16} aria-hidden />),
  ]);
  function command(
    tool: 'filter' | 'sort' | 'fields' | 'height',
    label: string,
    icon: ReactNode,
    keys?: string,
  ) {
    const run = () => model.tool.set(tool);
    return { id: `view-${tool}`, label, group: GROUP, icon, run, ...(keys ? { keys } : {}) };
  }
  return (
    <div className={css.bar} role="group" aria-label="View">
      <ToolButton
        model={model}
        tool="filter"
        label="Filter"
        keys="mod+shift+f"
        icon={<ListFilter size={16} aria-hidden />}
        count={filters}
        counted={filters === 1 ? '1 condition' : `${filters} conditions`}
      />
      <ToolButton
        model={model}
        tool="sort"
        label="Sort"
        keys="mod+shift+s"
        icon={<ArrowDownUp size={16} aria-hidden />}
        count={sorts}
        counted={sorts === 1 ? '1 key' : `${sorts} keys`}
      />
      <ToolButton
        model={model}
        tool="fields"
        label="Fields"
        icon={<EyeOff size={16} aria-hidden />}
        count={hidden}
        counted={`${hidden} hidden`}
      />
      {narrow ? null : (
        <ToolButton
          model={model}
          tool="height"
          label="Row height"
          icon={<Rows3 size={16} aria-hidden />}
          count={config.rowHeight === 'short' ? 0 : 1}
          counted="changed"
          uncounted
        />
      )}
      <div className={css.end}>
        <DraftBar views={views} />
        {children}
      </div>
    </div>
  );
}
