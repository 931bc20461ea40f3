import { MenuAt } from '../../../ui/menu.tsx';
import type { MenuPlace } from '../model/screens.ts';
import { useGrid } from '../model/use-model.ts';
import { cellEntries } from './cell-entries.tsx';
import { headerEntries } from './header-entries.tsx';

/** The right-click menu of cells, rows and headers. */
export function GridMenu({ menu }: { menu: MenuPlace }) {
  const model = useGrid();
  return (
    <MenuAt
      key={`${menu.x},${menu.y}`}
      point={menu}
      byKeys={menu.byKeys}
      entries={
        menu.kind === 'header' && menu.col
          ? headerEntries(model, menu.col)
          : cellEntries(model, menu.kind === 'rows')
      }
      onClose={() => model.menu.set(null)}
      returnFocus={() => model.focus()}
    />
  );
}
