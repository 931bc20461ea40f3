import type { Hue } from '@crm/shared';
import { Check, Plus } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Badge } from '../../../ui/badge.tsx';
import { findItems, type PickItem } from './find-items.ts';
import css from './picker.module.css';

export interface PickerProps {
  readonly label: string;
  readonly items: readonly (PickItem & { readonly hue?: Hue })[];
  readonly chosen: readonly string[];
  readonly placeholder: string;
  onPick(id: string): void;
  /** Offers to make what was not found; absent where nothing can be made. */
  readonly onCreate?: (text: string) => void;
  /** Before the text on the line that makes it: *Add*. */
  readonly createWord?: string;
}

/** A search field over a list, inside a popover: arrows move, Enter takes. */
export function Picker(props: PickerProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const text = query.trim();
  const { found, exact, more } = findItems(props.items, text);
  const canCreate = props.onCreate !== undefined && text !== '' && !exact;
  const last = found.length + (canCreate ? 1 : 0) - 1;
  const active = Math.max(0, Math.min(at, last));
  const take = (index: number) => {
    const item = found[index];
    if (item) props.onPick(item.id);
    else if (canCreate) props.onCreate?.(text);
    setQuery('');
    setAt(0);
  };
  const move = (to: number) => {
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={css.picker}>
      <input
        className={css.search}
        role="combobox"
        aria-label={props.label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={last >= 0 ? `${id}-${active}` : undefined}
        placeholder={props.placeholder}
        value={query}
        autoComplete="off"
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') move(Math.min(last, active + 1));
          else if (event.key === 'ArrowUp') move(Math.max(0, active - 1));
          else if (event.key === 'Enter' && last >= 0) take(active);
          else return;
          event.preventDefault();
        }}
      />
      <div ref={list} id={id} className={css.list} role="listbox" aria-label={props.label}>
        {found.map((item, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={props.chosen.includes(item.id)}
            className={css.item}
            data-active={index === active || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => take(index)}
          >
            {item.hue ? (
              <Badge hue={item.hue}>{item.name}</Badge>
            ) : (
              <span className={css.name}>{item.name}</span>
            )}
            {item.detail ? <span className={css.detail}>{item.detail}</span> : null}
            {props.chosen.includes(item.id) ? <Check className={css.tick} size={14} aria-hidden /> : null}
          </button>
        ))}
        {canCreate ? (
          <button
            type="button"
            tabIndex={-1}
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={false}
            className={css.item}
            data-active={active === found.length || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(found.length)}
            onClick={() => take(found.length)}
          >
            <Plus size={14} aria-hidden />
            <span className={css.name}>
              {props.createWord ?? 'Add'} “{text}”
            </span>
          </button>
        ) : null}
      </div>
      {last < 0 ? (
        <p className={css.none}>{text === '' ? 'Nothing to choose from yet.' : 'Nothing found.'}</p>
      ) : null}
      {more > 0 ? <p className={css.none}>{more} more: type to find them.</p> : null}
    </div>
  );
}
