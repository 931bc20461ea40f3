import type { TrayItem } from '@crm/grid/sync';
import { X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useGrid } from '../model/use-model.ts';
import { canRestore, cellsOf, whyOf } from './tray-words.ts';

const MOST = 5;
const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Every edit that did not land, with what its author can do about it. Nothing leaves it by itself. */
export function Tray() {
  const model = useGrid();
  const panel = useRef<HTMLElement>(null);
  useSyncExternalStore(
    (listener) => model.session.onStatus(listener),
    () =>
      model.session
        .tray()
        .map((item) => item.id)
        .join(),
  );
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const items = model.session.tray();
  const close = () => {
    model.panel.set(null);
    model.focus();
  };
  return (
    <aside
      ref={panel}
      className="g-side"
      aria-label="Needs attention"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="g-side-head">
        <h2>Needs attention</h2>
        <IconButton label="Close" keys="escape" icon={<X size={16} />} onClick={close} />
      </header>
      {items.length === 0 ? (
        <EmptyState title="All your edits are in">
          Edits that collide with someone else’s wait here for you.
        </EmptyState>
      ) : (
        <ul className="g-side-list">
          {items.map((item) => (
            <Entry key={item.id} item={item} />
          ))}
        </ul>
      )}
    </aside>
  );
}

function Entry({ item }: { item: TrayItem }) {
  const model = useGrid();
  const cells = cellsOf(model, item);
  const restore = canRestore(item);
  return (
    <li className="g-tray-item">
      <h3>{item.label}</h3>
      <p className="g-faint">{whyOf(item)}</p>
      {cells.slice(0, MOST).map((cell) => (
        <dl key={`${cell.row}${cell.col}`} className="g-sides">
          <dt>
            <button type="button" className="g-link" onClick={() => model.selectCell(cell.row, cell.col)}>
              {cell.investor} · {cell.column}
            </button>
          </dt>
          <dd>
            <span className="g-faint">Mine</span> <span>{cell.mine}</span>
          </dd>
          {cell.theirs === null ? null : (
            <dd>
              <span className="g-faint">
                {cell.by}
                {cell.at ? `, ${when.format(new Date(cell.at))}` : ''}
              </span>{' '}
              <span>{cell.theirs}</span>
            </dd>
          )}
        </dl>
      ))}
      {cells.length > MOST ? <p className="g-faint">and {cells.length - MOST} more cells</p> : null}
      <div className="g-actions">
        {restore ? (
          <Button size="s" variant="primary" onClick={() => model.session.restoreAndApply(item.id)}>
            Restore and apply
          </Button>
        ) : (
          <Button size="s" variant="primary" onClick={() => model.session.keepMine(item.id)}>
            {item.kind === 'conflict' ? 'Keep mine' : 'Try again'}
          </Button>
        )}
        <Button size="s" onClick={() => model.session.discard(item.id)}>
          {item.kind === 'conflict' ? 'Use theirs' : 'Discard mine'}
        </Button>
      </div>
    </li>
  );
}
