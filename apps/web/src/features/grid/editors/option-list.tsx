import type { Hue } from '@crm/shared';
import { Check, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { leaveFor } from './leave-keys.ts';
import type { Leave } from '../commands/editing.ts';
import { useFocus } from './use-focus.ts';

/** One line of the list. */
export interface Option {
  readonly id: string;
  readonly name: string;
  readonly hue: Hue;
  /** More words that find it, shown small. */
  readonly detail?: string;
}

export interface OptionListProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly many: boolean;
  /** Offers to make an entry of this name; absent where none can be made. */
  readonly create?: (name: string) => void;
  readonly createWord?: string;
  readonly placeholder: string;
  toggle(id: string): void;
  leave(leave: Leave): void;
  readonly foot?: ReactNode;
}

const MOST = 200;

/** A search field with a list under it: arrows move, Enter takes, Backspace in the empty field takes the last one away. */
export function OptionList(props: OptionListProps) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const input = useFocus<HTMLInputElement>();
  const id = useId();
  const needle = query.trim().toLowerCase();
  const found = props.options
    .filter((option) => `${option.name} ${option.detail ?? ''}`.toLowerCase().includes(needle))
    .slice(0, MOST);
  const exact = found.some((option) => option.name.toLowerCase() === needle);
  const canCreate = props.create !== undefined && needle !== '' && !exact;
  const last = found.length + (canCreate ? 1 : 0) - 1;
  const active = Math.max(0, Math.min(at, last));
  const take = (index: number) => {
    const option = found[index];
    if (option) props.toggle(option.id);
    else if (canCreate) props.create?.(query.trim());
    setQuery('');
    setAt(0);
    if (props.many) input.current?.focus();
  };
  return (
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.leave('stay');
      }}
    >
      <div className="g-input g-chosen">
        {props.chosen.map((one) => {
          const option = props.options.find((candidate) => candidate.id === one);
          return (
            <span key={one} className="g-pill" data-hue={option?.hue ?? 'gray'}>
              {option?.name ?? 'Removed'}
            </span>
          );
        })}
        <input
          ref={input}
          className="g-search"
          role="combobox"
          aria-label={props.label}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={last >= 0 ? `${id}-${active}` : undefined}
          placeholder={props.chosen.length === 0 ? props.placeholder : ''}
          value={query}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              setAt(Math.max(0, Math.min(last, active + (event.key === 'ArrowDown' ? 1 : -1))));
              return;
            }
            if (event.key === 'Backspace' && query === '' && props.chosen.length > 0) {
              props.toggle(props.chosen.at(-1) ?? '');
              return;
            }
            if (
              event.key === 'Enter' &&
              !event.nativeEvent.isComposing &&
              last >= 0 &&
              (needle !== '' || at > 0 || !props.many)
            ) {
              event.preventDefault();
              event.stopPropagation();
              take(active);
              return;
            }
            const leave = leaveFor(event);
            if (!leave) return;
            event.preventDefault();
            event.stopPropagation();
            props.leave(leave === 'cancel' ? 'stay' : leave);
          }}
        />
      </div>
      <ul
        className="g-pop g-options"
        id={id}
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={props.many}
      >
        {found.map((option, i) => (
          <li
            key={option.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={props.chosen.includes(option.id)}
            className="g-option"
            data-active={i === active || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(i)}
            onClick={() => take(i)}
          >
            <span className="g-pill" data-hue={option.hue}>
              {option.name}
            </span>
            {option.detail ? <span className="g-option-detail">{option.detail}</span> : null}
            {props.chosen.includes(option.id) ? <Check size={14} aria-hidden /> : null}
          </li>
        ))}
        {canCreate ? (
          <li
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={false}
            className="g-option"
            data-active={active === found.length || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(found.length)}
          >
            <Plus size={14} aria-hidden />
            {props.createWord ?? 'Add'} “{query.trim()}”
          </li>
        ) : null}
        {last < 0 ? <li className="g-option g-none">Nothing found</li> : null}
        {props.foot}
      </ul>
    </div>
  );
}
