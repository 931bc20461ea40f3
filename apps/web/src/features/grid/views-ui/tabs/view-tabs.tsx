import type { View, ViewId } from '@crm/shared';
import { ChevronDown, Lock, Plus, Table2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useCommands } from '../../../../app/commands.ts';
import { useShortcuts } from '../../../../app/shortcuts.ts';
import { Confirm } from '../../../../ui/confirm.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, MenuAt, type Point } from '../../../../ui/menu.tsx';
import { Skeleton } from '../../../../ui/progress.tsx';
import { useLate } from '../../../../ui/use-late.ts';
import { onFirstTouch } from '../../../../ui/warm.ts';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import { useNarrow } from '../panels/use-narrow.ts';
import type { Views } from '../use-views.ts';
import { RenameInput } from './rename-input.tsx';
import { ViewTab } from './tab.tsx';
import { tabEntries } from './tab-entries.tsx';
import { useDeeds } from './use-deeds.ts';
import { useFit } from './use-fit.ts';
import css from './view-tabs.module.css';

const NewViewPanel = lazy(
  onFirstTouch(() => import('./new-view-panel.tsx').then((part) => ({ default: part.NewViewPanel }))),
);

/** Room for the buttons behind the tabs, and for that of the menu with the tabs that do not fit, in CSS pixels. */
const BEHIND = 64;
const MORE = 84;
const MORE_NARROW = 52;

/** The views as tabs: arrows go along them, Enter opens one, F2 renames, the menu key or a right click offers the rest. */
export function ViewTabs({ model, views }: { model: GridModel; views: Views }) {
  const state = useSignal(views.state);
  const row = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const plus = useRef<HTMLButtonElement>(null);
  const [menu, setMenu] = useState<{ view: View; point: Point; byKeys: boolean } | null>(null);
  const [renaming, setRenaming] = useState<{ view: View; left: number; width: number } | null>(null);
  const making = useSignal(views.making);
  const narrow = useNarrow();
  const late = useLate(state.phase === 'loading');
  const tabOf = (id: ViewId) => list.current?.querySelector<HTMLElement>(`[data-view="${id}"]`);
  const rename = (view: View) => {
    const tab = tabOf(view.id);
    setRenaming({ view, left: tab?.offsetLeft ?? 0, width: tab?.offsetWidth ?? 0 });
  };
  const { deeds, asked, answer, setName } = useDeeds(views, rename);
  const current = state.views.findIndex((view) => view.id === state.current);
  const shown = useFit(row, state.views, current, BEHIND, narrow ? MORE_NARROW : MORE);
  const tabs = shown.flatMap((at) => state.views[at] ?? []);
  const rest = state.views.filter((_, at) => !shown.includes(at));
  const currentView = state.views[current];
  const entriesOf = (view: View) => tabEntries(view, state.views, views.me, deeds);

  useShortcuts([
    {
      keys: 'mod+shift+k',
      label: 'Go to the views',
      group: 'This view',
      run: () => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    },
  ]);
  useCommands([
    ...state.views.map((view) => ({
      id: `view ${view.id}`,
      label: view.name,
      group: 'Views',
      icon: <Table2 size={16} aria-hidden />,
      keywords: ['view'],
      run: () => views.open(view.id),
    })),
    {
      id: 'view-new',
      label: 'New view',
      group: 'Views',
      icon: <Plus size={16} aria-hidden />,
      run: () => views.making.set(true),
    },
  ]);

  return (
    <div className={css.row} ref={row}>
      {state.phase === 'loading' ? (
        <div className={css.loading} role="status" aria-label="Loading the views">
          {late ? <Skeleton width={180} height={14} /> : null}
        </div>
      ) : (
        <div className={css.tabs} role="tablist" aria-label="Views" ref={list}>
          {tabs.map((view, at) => (
            <ViewTab
              key={view.id}
              view={view}
              selected={view.id === state.current}
              onOpen={() => views.open(view.id)}
              onRename={() => rename(view)}
              onMenu={(point, byKeys) => setMenu({ view, point, byKeys })}
              onStep={(by) => tabOf(tabs[(at + by + tabs.length) % tabs.length]?.id ?? view.id)?.focus()}
              onEnd={(end) => tabOf((end < 0 ? tabs[0] : tabs.at(-1))?.id ?? view.id)?.focus()}
            />
          ))}
          {tabs.length === 0 ? (
            <button type="button" role="tab" className={css.tab} aria-selected="true">
              All investors
            </button>
          ) : null}
        </div>
      )}
      {renaming ? (
        <RenameInput
          name={renaming.view.name}
          left={renaming.left}
          width={renaming.width}
          onDone={(name) => {
            setRenaming(null);
            if (name !== null) setName(renaming.view, name);
            tabOf(renaming.view.id)?.focus();
          }}
        />
      ) : null}
      {rest.length > 0 ? (
        <Menu
          entries={rest.map((view) => ({
            kind: 'item',
            label: view.name,
            icon: view.shared ? <Table2 size={16} aria-hidden /> : <Lock size={16} aria-label="Personal" />,
            onSelect: () => views.open(view.id),
          }))}
        >
          <button type="button" className={css.more} aria-label={`${rest.length} more views`}>
            {narrow ? `+${rest.length}` : `${rest.length} more`}
            <ChevronDown size={14} aria-hidden />
          </button>
        </Menu>
      ) : null}
      {currentView ? (
        <Menu entries={entriesOf(currentView)}>
          <IconButton
            size="s"
            label={`Menu of the view ${currentView.name}`}
            icon={<ChevronDown size={14} aria-hidden />}
          />
        </Menu>
      ) : null}
      <IconButton
        ref={plus}
        size="s"
        label="New view"
        aria-haspopup="dialog"
        aria-expanded={making}
        icon={<Plus size={16} aria-hidden />}
        onClick={() => views.making.set(!making)}
      />
      <Suspense fallback={null}>
        {making ? (
          <NewViewPanel model={model} views={views} anchor={plus} onClose={() => views.making.set(false)} />
        ) : null}
      </Suspense>
      {menu ? (
        <MenuAt
          point={menu.point}
          byKeys={menu.byKeys}
          entries={entriesOf(menu.view)}
          onClose={() => setMenu(null)}
        />
      ) : null}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) answer(false);
        }}
        title={`Make “${asked?.view.name ?? ''}” personal?`}
        action="Make personal"
        tone="primary"
        onConfirm={() => answer(true)}
      >
        Only the person who made it will see it then. It disappears from your tabs and everyone else’s.
      </Confirm>
    </div>
  );
}
