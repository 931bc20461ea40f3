import { Archive, Columns3, Landmark, Plus, Redo2, Search, Undo2 } from 'lucide-react';
import { useCommands, useCommandSource } from '../../app/commands.ts';
import { useShortcuts } from '../../app/shortcuts.ts';
import { openFind } from './commands/find.ts';
import { insertRow } from './commands/rows.ts';
import { redo, undo } from './commands/undo.ts';
import type { GridModel } from './model/grid-model.ts';

const MOST = 20;
const icon = { size: 16, 'aria-hidden': true } as const;

const KEYS: readonly (readonly [string | readonly string[], string])[] = [
  ['enter', 'Edit the cell; typing replaces what is there'],
  ['f2', 'Edit the cell'],
  ['escape', 'Leave the editor, or close the panel'],
  [['tab', 'shift+tab'], 'Next or previous cell'],
  ['mod+arrowdown', 'To the edge of the filled cells'],
  ['shift+arrowdown', 'Extend the selection'],
  ['mod+shift+arrowdown', 'Extend to the edge'],
  [['pageup', 'pagedown'], 'One screen up or down'],
  [['alt+pageup', 'alt+pagedown'], 'One screen left or right'],
  ['space', 'Open the record'],
  ['shift+space', 'Expand the cell'],
  ['shift+enter', 'Add an investor below'],
  ['alt+arrowdown', 'Menu of the column: sort, filter, hide, rename'],
  ['shift+f10', 'Menu of the cell'],
  ['delete', 'Clear the cells'],
  [['mod+c', 'mod+x', 'mod+v'], 'Copy, cut, paste'],
  ['mod+d', 'Fill down'],
  ['mod+r', 'Fill right'],
  ['mod+;', 'Put today’s date'],
  [['mod+shift+,', 'mod+shift+.'], 'Previous or next record'],
];

/** Lists the grid's keys, and offers its actions and its investors to the command palette. */
export function useGridCommands(model: GridModel): void {
  const find = () => openFind(model);
  useShortcuts([
    ...KEYS.map(([keys, label]) => ({ keys, label, group: 'Grid' })),
    { keys: 'mod+f', label: 'Find in this view', group: 'Grid', run: find },
    { keys: 'mod+z', label: 'Undo', group: 'Grid' },
    { keys: ['mod+shift+z', 'mod+y'], label: 'Redo', group: 'Grid' },
  ]);
  useCommands([
    {
      id: 'grid.add',
      label: 'Add an investor',
      group: 'Actions',
      icon: <Plus {...icon} />,
      run: () => void insertRow(model, 'end'),
    },
    {
      id: 'grid.find',
      label: 'Find in this view',
      group: 'Actions',
      keys: 'mod+f',
      icon: <Search {...icon} />,
      run: find,
    },
    {
      id: 'grid.undo',
      label: 'Undo',
      group: 'Actions',
      keys: 'mod+z',
      icon: <Undo2 {...icon} />,
      run: () => undo(model),
    },
    {
      id: 'grid.redo',
      label: 'Redo',
      group: 'Actions',
      keys: 'mod+shift+z',
      icon: <Redo2 {...icon} />,
      run: () => redo(model),
    },
    {
      id: 'grid.column',
      label: 'Add a column',
      group: 'Actions',
      icon: <Columns3 {...icon} />,
      run: () => model.ask.set({ kind: 'addColumn', after: null, fund: false }),
    },
    {
      id: 'grid.fund',
      label: 'Add a fund',
      group: 'Actions',
      icon: <Landmark {...icon} />,
      run: () => model.ask.set({ kind: 'addColumn', after: null, fund: true }),
    },
    {
      id: 'grid.archived',
      label: 'Archived investors and columns',
      group: 'Actions',
      icon: <Archive {...icon} />,
      run: () => model.panel.set({ kind: 'archived', part: 'investors' }),
    },
  ]);
  useCommandSource([
    {
      search(query) {
        const needle = query.trim().toLowerCase();
        const name = model.view.columns().find((column) => column.key === 'name');
        if (needle === '' || !name) return [];
        const found: ReturnType<Parameters<typeof useCommandSource>[0][number]['search']>[number][] = [];
        for (let slot = 0; slot < model.view.slotCount && found.length < MOST; slot += 1) {
          const value = model.view.isLive(slot) ? model.view.value(slot, name.id) : null;
          if (typeof value !== 'string' || !value.toLowerCase().includes(needle)) continue;
          const row = model.rowId(slot);
          found.push({
            id: row,
            label: value,
            group: 'Investors',
            run: () => model.panel.set({ kind: 'record', row }),
          });
        }
        return found;
      },
    },
  ]);
}
