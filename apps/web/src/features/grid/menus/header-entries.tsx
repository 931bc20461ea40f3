import {
  ArchiveRestore,
  ArrowDownAZ,
  ArrowLeftToLine,
  ArrowUpAZ,
  EyeOff,
  Filter,
  Pencil,
  PinIcon,
  Plus,
  Replace,
  Settings2,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { kindOf } from '@crm/grid/columns';
import type { ColumnId } from '@crm/shared';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { deleteColumn } from '../commands/columns.ts';
import { hasOptions } from '../columns-ui/options-editor.tsx';
import type { GridModel } from '../model/grid-model.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

/** What can be done with a column. */
export function headerEntries(model: GridModel, col: ColumnId): MenuEntry[] {
  const column = model.view.column(col);
  const index = model.layout.get().indexOf.get(col) ?? 0;
  if (!column) return [];
  const config = model.config.get();
  const [first] = config.sorts;
  const sort = (dir: 'asc' | 'desc', label: string, arrow: ReactNode): MenuEntry => {
    const checked = config.sorts.length === 1 && first?.col === col && first.dir === dir;
    const sorts = checked ? [] : [{ col, dir }];
    return {
      kind: 'item',
      label,
      icon: arrow,
      ...(checked ? { checked } : {}),
      onSelect: () => model.configure({ ...config, sorts }),
    };
  };
  const [op] = kindOf(column.type).filterOperators;
  const frozen = index < config.frozen;
  const edit = (mode: 'rename' | 'options' | 'retype') => model.ask.set({ kind: 'editColumn', col, mode });
  return [
    { kind: 'item', label: 'Rename…', icon: <Pencil {...icon} />, onSelect: () => edit('rename') },
    ...(hasOptions(column.type)
      ? [
          {
            kind: 'item' as const,
            label: 'Settings…',
            icon: <Settings2 {...icon} />,
            onSelect: () => edit('options'),
          },
        ]
      : []),
    {
      kind: 'item',
      label: 'Change the type…',
      icon: <Replace {...icon} />,
      disabled: column.type === 'commitment' || column.type === 'contacts' || column.key === 'name',
      onSelect: () => edit('retype'),
    },
    { kind: 'separator' },
    sort('asc', 'Sort ascending', <ArrowDownAZ {...icon} />),
    sort('desc', 'Sort descending', <ArrowUpAZ {...icon} />),
    {
      kind: 'item',
      label: 'Filter by this column',
      icon: <Filter {...icon} />,
      disabled: op === undefined,
      onSelect: () => {
        if (!op) return;
        const conditions = [...config.filter.conditions, { col, op, value: null }];
        model.configure({ ...config, filter: { ...config.filter, conditions } });
        model.tool.set('filter');
      },
    },
    {
      kind: 'item',
      label: frozen ? 'Unfreeze' : 'Freeze up to here',
      icon: <PinIcon {...icon} />,
      onSelect: () => model.configure({ ...config, frozen: frozen ? index : Math.min(10, index + 1) }),
    },
    {
      kind: 'item',
      label: 'Hide in this view',
      icon: <EyeOff {...icon} />,
      disabled: model.layout.get().boxes.length <= 1,
      onSelect: () => model.configure({ ...config, hidden: [...config.hidden, col] }),
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Add a column here…',
      icon: <Plus {...icon} />,
      onSelect: () => model.ask.set({ kind: 'addColumn', after: col, fund: false }),
    },
    {
      kind: 'item',
      label: 'Add a fund…',
      icon: <ArrowLeftToLine {...icon} />,
      onSelect: () => model.ask.set({ kind: 'addColumn', after: col, fund: true }),
    },
    {
      kind: 'item',
      label: 'Deleted columns…',
      icon: <ArchiveRestore {...icon} />,
      onSelect: () => model.panel.set({ kind: 'archived', part: 'columns' }),
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Delete column',
      tone: 'danger',
      icon: <Trash2 {...icon} />,
      disabled: column.key === 'name',
      onSelect: () => deleteColumn(model, col),
    },
  ];
}
