import { Command } from 'cmdk';
import { useState } from 'react';
import { Hidden } from '../../../../ui/live.tsx';
import { OptionMark, type PickerOption, type PickerProps, Tick } from './picker-parts.tsx';
import css from './picker.module.css';

/** More lines than this are not shown at once: typing finds the others. */
const MOST = 100;

/** The open list of a `Picker`. Arrows move, Enter chooses, typing searches. */
export function PickerList({ label, options, chosen, many = false, onChange }: PickerProps) {
  const [typed, setTyped] = useState('');
  const [first] = useState(() => new Set(chosen));
  const found = find(options, typed);
  // What is chosen already stands first, in the order of the list, and stays there while it is open.
  const lines =
    many && typed === ''
      ? found.toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)))
      : found;
  const choose = (id: string) => {
    if (!many) onChange([id]);
    else onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const start = many ? undefined : chosen[0];
  return (
    <Command label={label} shouldFilter={false} loop {...(start ? { defaultValue: start } : {})}>
      <Command.Input
        className={css.search}
        value={typed}
        onValueChange={setTyped}
        placeholder="Search"
        maxLength={200}
      />
      <Command.List className={css.lines} label={label}>
        {lines.length === 0 ? (
          <p className={css.none}>
            {options.length === 0
              ? 'There is nothing to choose yet.'
              : `Nothing is called “${typed.trim()}”.`}
          </p>
        ) : null}
        {lines.slice(0, MOST).map((option) => (
          <Command.Item
            key={option.id}
            value={option.id}
            className={css.line}
            onSelect={() => choose(option.id)}
          >
            {many || chosen.length > 0 ? <Tick on={chosen.includes(option.id)} /> : null}
            <OptionMark option={option} />
            {option.detail ? <span className={css.detail}>{option.detail}</span> : null}
            {chosen.includes(option.id) ? <Hidden>, chosen</Hidden> : null}
          </Command.Item>
        ))}
        {lines.length > MOST ? (
          <p className={css.none}>{(lines.length - MOST).toLocaleString()} more: type to find them.</p>
        ) : null}
      </Command.List>
    </Command>
  );
}

/** Options that hold what was typed; those that start with it first. */
function find(options: readonly PickerOption[], typed: string): readonly PickerOption[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return options;
  const starts: PickerOption[] = [];
  const holds: PickerOption[] = [];
  for (const option of options) {
    const label = option.label.toLocaleLowerCase();
    if (label.startsWith(wanted)) starts.push(option);
    else if (label.includes(wanted) || option.detail?.toLocaleLowerCase().includes(wanted))
      holds.push(option);
  }
  return [...starts, ...holds];
}
