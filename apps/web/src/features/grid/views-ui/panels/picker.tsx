import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { lazy, Suspense, useState } from 'react';
import { onFirstTouch } from '../../../../ui/warm.ts';
import { OptionMark, type PickerProps } from './picker-parts.tsx';
import css from './picker.module.css';

const PickerList = lazy(
  onFirstTouch(() => import('./picker-list.tsx').then((part) => ({ default: part.PickerList }))),
);

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
          onOpenAutoFocus={(event) => event.preventDefault()}
        >
          <Suspense fallback={null}>
            <PickerList
              {...props}
              onChange={(ids) => {
                props.onChange(ids);
                if (!props.many) setOpen(false);
              }}
            />
          </Suspense>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
