import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Input } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { restoreRow } from '../commands/rows.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';

const MOST = 200;
const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The investors that were taken out of the sheet, newest first, each with the way back. */
export function Archived() {
  const model = useGrid();
  const version = useSignal(model.rowsVersion);
  const [query, setQuery] = useState('');
  const all = useMemo(() => {
    const name = model.view.columns().find((column) => column.key === 'name');
    const found: { id: ReturnType<typeof model.rowId>; name: string; at: string }[] = [];
    for (let slot = 0; version >= 0 && slot < model.view.slotCount; slot += 1) {
      if (model.view.isLive(slot)) continue;
      const meta = archivedAt(model, slot);
      if (meta) found.push({ ...meta, name: (name && model.text(slot, { column: name })) || 'Unnamed' });
    }
    return found.sort((a, b) => b.at.localeCompare(a.at));
  }, [model, version]);
  const shown = all.filter((row) => row.name.toLowerCase().includes(query.trim().toLowerCase()));
  const close = () => {
    model.panel.set(null);
    model.focus();
  };
  return (
    <aside
      className="g-side"
      aria-label="Archived investors"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header className="g-side-head">
        <h2>Archived investors</h2>
        <IconButton label="Close" keys="escape" icon={<X size={16} />} onClick={close} />
      </header>
      {all.length === 0 ? (
        <EmptyState title="Nobody is archived">
          Investors that you archive can be restored here at any time.
        </EmptyState>
      ) : (
        <>
          <Input
            aria-label="Find an archived investor"
            placeholder="Find"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <ul className="g-side-list">
            {shown.slice(0, MOST).map((row) => (
              <li key={row.id} className="g-archived">
                <span>
                  {row.name}
                  <small className="g-faint">{when.format(new Date(row.at))}</small>
                </span>
                <Button size="s" onClick={() => restoreRow(model, row.id)}>
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function archivedAt(model: ReturnType<typeof useGrid>, slot: number) {
  try {
    const { id, deletedAt } = model.view.rowAt(slot);
    return deletedAt === null ? null : { id, at: deletedAt };
  } catch {
    // A slot whose row has not come yet.
    return null;
  }
}
