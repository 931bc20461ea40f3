import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { PickerList } from './picker-list.tsx';
import { OptionMark, type PickerProps } from './picker-parts.tsx';
import css from './picker.module.css';

/** A button that shows what is chosen and opens a list to search in. */
export function Picker(props: PickerProps) {
  const [open, setOpen] = useState(props.startOpen ?? false);
  const byId = new Map(props.options.map((option) => [option.id, option]));
  const chosen = props.chosen.map(
    (id) => byId.get(id) ?? { id, label: props.goneLabel ?? 'Removed', hue: 'gray' as const },
  );
  const words = chosen.map((option) => option.label).join(', ');
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={props.trigger ? css.plain : css.button}
        aria-haspopup="listbox"
        aria-label={words ? `${props.label}: ${words}` : props.label}
        aria-describedby={props.describedBy}
      >
        {props.trigger ?? (
          <>
            <span className={css.chosen}>
              {chosen.length === 0 ? <span className={css.placeholder}>{props.placeholder}</span> : null}
              {chosen.map((option) => (
                <OptionMark key={option.id} option={option} />
              ))}
            </span>
            <ChevronDown size={14} aria-hidden />
          </>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={css.list}
          aria-label={props.label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          <PickerList
            {...props}
            onChange={(ids) => {
              props.onChange(ids);
              if (!props.many) setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
