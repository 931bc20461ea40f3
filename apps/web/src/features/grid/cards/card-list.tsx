import type { InvestorId } from '@crm/shared';
import { Plus, Search } from 'lucide-react';
import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { insertRow } from '../commands/rows.ts';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { Card, CARD_HEIGHT } from './card.tsx';
import { cardColumns, cardFacts, findCards } from './card-facts.ts';
import css from './cards.module.css';
import { visibleCards } from './visible.ts';

function takeFocus(model: GridModel, focus: () => void): void {
  model.focus = focus;
}

/** The sheet on a narrow screen: a list of cards in the order and with the filter of the view; a tap opens the record. */
export function CardList({ model }: { model: GridModel }) {
  const version = useSignal(model.version);
  const [text, setText] = useState('');
  const [scroll, setScroll] = useState({ top: 0, height: 800 });
  const scroller = useRef<HTMLDivElement>(null);
  /** The card that the arrow keys stand on. */
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(text);
  const { view } = model;
  const ctx = model.context();
  const all = view.columns();
  const columns = useMemo(() => cardColumns(all), [all]);
  const found = useMemo(
    () => (version < 0 ? [] : findCards(view, model.rows.rows, columns, wanted, ctx)),
    [view, model, columns, wanted, ctx, version],
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const measure = () => setScroll({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    // Whatever closes over the list gives the focus back to the card it was opened from.
    takeFocus(model, () =>
      scroller.current?.querySelector<HTMLElement>('[data-card][tabindex="0"]')?.focus(),
    );
  }, [model]);
  const open = (row: InvestorId) => model.panel.set({ kind: 'record', row });
  const active = Math.min(at, Math.max(0, found.length - 1));
  const goTo = (index: number) => {
    const to = Math.max(0, Math.min(found.length - 1, index));
    const element = scroller.current;
    setAt(to);
    if (!element) return;
    const top = to * CARD_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + CARD_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTop = top + CARD_HEIGHT - element.clientHeight;
    // The card stands in the list after the scroll has been painted.
    requestAnimationFrame(() => {
      element.querySelector<HTMLElement>(`[data-card="${to}"]`)?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.height / CARD_HEIGHT) - 1);
    const to: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: found.length - 1,
    };
    const index = to[event.key];
    if (index === undefined) return;
    event.preventDefault();
    goTo(index);
  };
  const { first, end } = visibleCards(scroll, CARD_HEIGHT, found.length);
  const isLoading = model.session.phase === 'opening' || model.session.phase === 'first';
  return (
    <section className={css.cards} aria-label="Investors">
      <div className={css.bar}>
        <label className={css.search}>
          <Search size={16} aria-hidden />
          <input
            type="search"
            aria-label="Search investors"
            placeholder="Search investors"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
              if (scroller.current) scroller.current.scrollTop = 0;
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || found.length === 0) return;
              event.preventDefault();
              goTo(0);
            }}
          />
        </label>
        <Button
          variant="primary"
          icon={<Plus size={16} aria-hidden />}
          aria-label="Add investor"
          onClick={() => open(insertRow(model, 'end'))}
        >
          Add
        </Button>
      </div>
      <p className={css.count} role="status">
        {found.length.toLocaleString()} {found.length === 1 ? 'investor' : 'investors'}
        {wanted.trim() === '' ? '' : ` with “${wanted.trim()}”`}
      </p>
      <div
        ref={scroller}
        className={css.scroller}
        onScroll={(event) =>
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
        }
      >
        {found.length === 0 && !isLoading ? (
          <EmptyState title={wanted.trim() === '' ? 'No investors here yet' : 'No investor found'}>
            {wanted.trim() === ''
              ? 'Add the first one, or change the filter of this view.'
              : 'Names, places, contacts, lists, owners and next steps are searched.'}
          </EmptyState>
        ) : (
          <div role="presentation" onKeyDown={onKeyDown}>
            <ul className={css.list} style={{ height: found.length * CARD_HEIGHT }}>
              {found.slice(first, end).map((slot, offset) => {
                const index = first + offset;
                const row = view.rowAt(slot).id;
                return (
                  <Card
                    key={row}
                    facts={cardFacts(view, slot, columns, ctx)}
                    index={index}
                    count={found.length}
                    active={index === active}
                    onFocus={() => setAt(index)}
                    onOpen={() => open(row)}
                  />
                );
              })}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
