import type { GridModel } from '../model/grid-model.ts';
import { move, tab } from '../selection/move.ts';
import { at, everything, extendTo, rectOf, wholeColumns } from '../selection/selection.ts';
import { clearCells, fillFrom, putToday, toggle } from './cells.ts';
import { openEditor } from './editing.ts';
import { openFind } from './find.ts';
import type { GridCommand } from './keymap.ts';
import { insertRow } from './rows.ts';
import { terrain } from './terrain.ts';
import { redo, undo } from './undo.ts';

/** Carries out a key's command. Returns false when the key is to be left to the browser. */
export function run(model: GridModel, command: GridCommand): boolean {
  const selection = model.selection.get();
  const ground = terrain(model);
  switch (command.do) {
    case 'undo':
      undo(model);
      return true;
    case 'redo':
      redo(model);
      return true;
    case 'find':
      openFind(model);
      return true;
    case 'filter':
    case 'sort':
      model.tool.set(command.do);
      return true;
    default:
  }
  if (!selection) {
    if (command.do !== 'move' || ground.rows === 0) return false;
    model.select(at({ row: 0, col: 0 }));
    return true;
  }
  switch (command.do) {
    case 'move':
      model.select(move(selection, command, ground), command.extend ? 'head' : 'active');
      return true;
    case 'tab': {
      const next = tab(selection, command.back, ground);
      // At the very first and last cell Tab leaves the grid, so that the keyboard is never trapped.
      if (next.active.row === selection.active.row && next.active.col === selection.active.col) return false;
      model.select(next);
      return true;
    }
    case 'home':
    case 'end': {
      const last = command.do === 'end';
      const col = last ? ground.cols - 1 : 0;
      const row = command.all
        ? last
          ? ground.rows - 1
          : 0
        : (command.extend ? selection.head : selection.active).row;
      model.select(
        command.extend ? extendTo(selection, { row, col }) : at({ row, col }),
        command.extend ? 'head' : 'active',
      );
      return true;
    }
    case 'edit':
      openEditor(model, command.start, command.wide);
      // The key itself goes on into the editor, which has the focus by now.
      return command.start === 'keep';
    case 'clear':
      clearCells(model);
      return true;
    case 'today':
      putToday(model);
      return true;
    case 'fillDown':
    case 'fillRight':
      fillFrom(model, command.do === 'fillDown' ? 'down' : 'right');
      return true;
    case 'insertBelow':
      insertRow(model, 'below');
      return true;
    case 'record': {
      const ids = model.activeIds();
      if (ids && !toggle(model)) model.panel.set({ kind: 'record', row: ids.row });
      return true;
    }
    case 'selectAll':
      model.select(everything(selection.active), 'no');
      return true;
    case 'selectColumn': {
      const { left, right } = rectOf(selection, ground);
      model.select(wholeColumns(left, right - 1, selection.active.row), 'no');
      return true;
    }
    case 'menu':
      model.openMenuAtActive('cells');
      return true;
    case 'columnMenu':
      model.openMenuAtActive('header');
      return true;
    case 'nextRecord':
    case 'previousRecord':
      model.stepRecord(command.do === 'nextRecord' ? 1 : -1);
      return true;
    case 'escape':
      if (model.copied.get()) model.copied.set(null);
      else if (model.find.get()) model.find.set(null);
      else if (model.panel.get()) model.panel.set(null);
      else model.select(at(selection.active), 'no');
      return true;
    default:
      return false;
  }
}
