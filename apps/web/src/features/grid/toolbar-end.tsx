import { Download, Ellipsis, FileUp, Redo2, Search, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { openFind } from './commands/find.ts';
import { lower, redo, undo } from './commands/undo.ts';
import type { GridModel } from './model/grid-model.ts';
import { useSignal } from './model/signal.ts';
import { useNarrow } from './views-ui/panels/use-narrow.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

/** The toolbar's end: one step back or forward, find, and files in and out. */
export function ToolbarEnd({ model }: { model: GridModel }) {
  const narrow = useNarrow();
  return (
    <>
      <Steps model={model} />
      {/* Cards have a search field of their own. */}
      {narrow ? null : <FindButton model={model} />}
      <Files />
    </>
  );
}

function Steps({ model }: { model: GridModel }) {
  const { session } = model;
  const follow = (listener: () => void) => {
    const stops = [model.version.subscribe(listener), session.onStatus(listener)];
    return () => stops.forEach((stop) => stop());
  };
  const back = useSyncExternalStore(follow, () => session.undoLabel);
  const forth = useSyncExternalStore(follow, () => session.redoLabel);
  return (
    <span className="g-steps" role="group" aria-label="Steps">
      {/* Never `disabled`: the focus would be lost with the last step. */}
      <IconButton
        size="s"
        label={back === null ? 'Nothing to undo' : `Undo: ${lower(back)}`}
        keys="mod+z"
        icon={<Undo2 {...icon} />}
        aria-disabled={back === null || undefined}
        onClick={() => undo(model)}
      />
      <IconButton
        size="s"
        label={forth === null ? 'Nothing to redo' : `Redo: ${lower(forth)}`}
        keys="mod+shift+z"
        icon={<Redo2 {...icon} />}
        aria-disabled={forth === null || undefined}
        onClick={() => redo(model)}
      />
    </span>
  );
}

function FindButton({ model }: { model: GridModel }) {
  const open = useSignal(model.find) !== null;
  return (
    <Tooltip label="Find in this view" keys="mod+f">
      <Button
        variant="quiet"
        size="s"
        icon={<Search {...icon} />}
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        onClick={() => (open ? model.find.set(null) : openFind(model))}
      >
        Find
      </Button>
    </Tooltip>
  );
}

function Files() {
  const [, navigate] = useLocation();
  const entries: MenuEntry[] = [
    {
      kind: 'item',
      label: 'Import a file…',
      icon: <FileUp {...icon} />,
      onSelect: () => navigate('/import'),
    },
    {
      kind: 'item',
      label: 'Export the sheet…',
      icon: <Download {...icon} />,
      onSelect: () => navigate('/import/export'),
    },
  ];
  return (
    <Menu entries={entries} align="end">
      <IconButton size="s" label="Import and export" icon={<Ellipsis {...icon} />} />
    </Menu>
  );
}
