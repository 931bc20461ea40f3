import { kindOf } from '@crm/grid/columns';
import { Archive, X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { TimeAgo } from '../../../ui/time-ago.tsx';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { archivedColumns, archivedRows } from './archived.ts';
import css from './archive.module.css';

/** More than these are found by typing. */
const MOST = 200;

type Part = 'investors' | 'columns';

/**
 * Everything that was taken out of the sheet, investors and columns, each with the way back. It fills the height of the
 * positioned element around it, at its right; under 720 px it is the page.
 */
export function ArchivePanel({ model, start = 'investors' }: { model: GridModel; start?: Part }) {
  const version = useSignal(model.version);
  const panel = useRef<HTMLElement>(null);
  const [part, setPart] = useState<Part>(start);
  const [text, setText] = useState('');
  useEffect(() => panel.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const { view, session } = model;
  const ctx = model.context();
  const name = view.columns().find((column) => column.key === 'name')?.id ?? null;
  const rows = useMemo(
    () => (version < 0 ? [] : archivedRows(view, name, text)),
    [view, name, text, version],
  );
  const columns = archivedColumns(view, text);
  const who = (id: string | null) =>
    id === null ? 'The program' : (ctx.person(id)?.name ?? 'Former member');
  const close = () => {
    model.panel.set(null);
    model.focus();
  };
  const restored = (what: string) => {
    announce(`Restored ${what}`);
    panel.current?.querySelector('input')?.focus();
  };
  return (
    <div
      role="presentation"
      className={css.keys}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        if (text === '') close();
        else setText('');
      }}
    >
      <section ref={panel} className={css.panel} aria-label="Archive">
        <header className={css.head}>
          <h2 className={css.title}>Archive</h2>
          <IconButton
            label="Close"
            keys="escape"
            size="s"
            icon={<X size={16} aria-hidden />}
            onClick={close}
          />
        </header>
        <input
          className={css.search}
          type="search"
          aria-label="Search the archive"
          placeholder="Search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Tabs.Root
          className={css.tabs}
          value={part}
          onValueChange={(value) => setPart(value === 'columns' ? 'columns' : 'investors')}
        >
          <Tabs.List className={css.tabList} aria-label="What was archived">
            <Tabs.Trigger className={css.tab} value="investors">
              Investors <span className={css.count}>{rows.length.toLocaleString()}</span>
            </Tabs.Trigger>
            <Tabs.Trigger className={css.tab} value="columns">
              Columns <span className={css.count}>{columns.length}</span>
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content className={css.content} value={part} tabIndex={-1}>
            {part === 'investors' ? (
              rows.length === 0 ? (
                <Nothing text={text} what="No archived investors">
                  Investors that are archived wait here for as long as the workspace exists.
                </Nothing>
              ) : (
                <ul aria-label="Archived investors">
                  {rows.slice(0, MOST).map((one) => (
                    <li key={one.row} className={css.item}>
                      <div className={css.words}>
                        <button
                          type="button"
                          className={css.name}
                          onClick={() => model.panel.set({ kind: 'record', row: one.row })}
                        >
                          {one.name || `Investor ${one.number} without a name`}
                        </button>
                        <p className={css.meta}>
                          Archived by {who(one.by)} <TimeAgo at={one.at} />
                        </p>
                      </div>
                      <Button
                        size="s"
                        aria-label={`Restore ${one.name || `investor ${one.number}`}`}
                        onClick={() => {
                          session.commit([{ t: 'row.restore', row: one.row }], 'Restore an investor');
                          restored(one.name || 'the investor');
                        }}
                      >
                        Restore
                      </Button>
                    </li>
                  ))}
                  {rows.length > MOST ? (
                    <li className={css.meta}>
                      {(rows.length - MOST).toLocaleString()} more: search to find them.
                    </li>
                  ) : null}
                </ul>
              )
            ) : columns.length === 0 ? (
              <Nothing text={text} what="No deleted columns">
                A deleted column waits here with all its values.
              </Nothing>
            ) : (
              <ul aria-label="Deleted columns">
                {columns.map((column) => (
                  <li key={column.id} className={css.item}>
                    <div className={css.words}>
                      <p className={css.name}>{column.name}</p>
                      <p className={css.meta}>
                        {kindOf(column.type).label}, deleted{' '}
                        {column.deletedAt ? <TimeAgo at={column.deletedAt} /> : null}
                      </p>
                    </div>
                    <Button
                      size="s"
                      aria-label={`Restore the column ${column.name}`}
                      onClick={() => {
                        session.commit(
                          [{ t: 'col.restore', col: column.id }],
                          `Restore the column ${column.name}`,
                        );
                        restored(`the column ${column.name}`);
                      }}
                    >
                      Restore
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Tabs.Content>
        </Tabs.Root>
      </section>
    </div>
  );
}

function Nothing({ text, what, children }: { text: string; what: string; children: string }) {
  if (text.trim() !== '')
    return <EmptyState title="Nothing found">{`Nothing here holds “${text.trim()}”.`}</EmptyState>;
  return (
    <EmptyState icon={<Archive size={20} aria-hidden />} title={what}>
      {children}
    </EmptyState>
  );
}
