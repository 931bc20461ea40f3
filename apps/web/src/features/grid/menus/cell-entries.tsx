import {
  Archive,
  ArrowDownToLine,
  ArrowUpToLine,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Eraser,
  Maximize2,
  MessageSquarePlus,
  Scissors,
} from 'lucide-react';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { clearCells } from '../commands/cells.ts';
import { copyByMenu, pasteByMenu } from '../commands/clipboard.ts';
import { archiveRows, duplicateRows, insertRow, selectedSlots } from '../commands/rows.ts';
import type { GridModel } from '../model/grid-model.ts';
import { headerEntries } from './header-entries.tsx';

const icon = { size: 16, 'aria-hidden': true } as const;

/** What can be done with the selected cells and their rows. */
export function cellEntries(model: GridModel, rows: boolean): MenuEntry[] {
  const count = selectedSlots(model).length;
  const many = count > 1 ? `${count} investors` : 'investor';
  const active = model.activeIds();
  const column = active && !rows ? model.view.column(active.col) : undefined;
  const cells: MenuEntry[] = [
    {
      kind: 'item',
      label: 'Cut',
      keys: 'mod+x',
      icon: <Scissors {...icon} />,
      onSelect: () => copyByMenu(model, true),
    },
    {
      kind: 'item',
      label: 'Copy',
      keys: 'mod+c',
      icon: <Copy {...icon} />,
      onSelect: () => copyByMenu(model, false),
    },
    {
      kind: 'item',
      label: 'Paste',
      keys: 'mod+v',
      icon: <ClipboardPaste {...icon} />,
      onSelect: () => void pasteByMenu(model),
    },
    {
      kind: 'item',
      label: 'Clear',
      keys: 'delete',
      icon: <Eraser {...icon} />,
      onSelect: () => clearCells(model),
    },
    { kind: 'separator' },
  ];
  return [
    {
      kind: 'item',
      label: 'Open the record',
      keys: 'space',
      icon: <Maximize2 {...icon} />,
      onSelect: () => active && model.panel.set({ kind: 'record', row: active.row }),
    },
    {
      kind: 'item',
      label: 'Log communication…',
      icon: <MessageSquarePlus {...icon} />,
      onSelect: () => active && model.ask.set({ kind: 'log', row: active.row }),
    },
    { kind: 'separator' },
    ...(rows ? cells.slice(1) : cells),
    {
      kind: 'item',
      label: 'Insert above',
      icon: <ArrowUpToLine {...icon} />,
      onSelect: () => insertRow(model, 'above'),
    },
    {
      kind: 'item',
      label: 'Insert below',
      keys: 'shift+enter',
      icon: <ArrowDownToLine {...icon} />,
      onSelect: () => insertRow(model, 'below'),
    },
    {
      kind: 'item',
      label: `Duplicate ${many}`,
      icon: <CopyPlus {...icon} />,
      onSelect: () => duplicateRows(model),
    },
    { kind: 'separator' },
    ...(column
      ? [
          {
            kind: 'submenu' as const,
            label: `Column “${column.name}”`,
            entries: headerEntries(model, column.id),
          },
          { kind: 'separator' as const },
        ]
      : []),
    {
      kind: 'item',
      label: `Archive ${many}`,
      tone: 'danger',
      icon: <Archive {...icon} />,
      onSelect: () => archiveRows(model),
    },
  ];
}
