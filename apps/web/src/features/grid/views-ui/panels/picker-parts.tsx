import type { Hue } from '@crm/shared';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './picker.module.css';

/** Something to choose. */
export type PickerOption = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** Shown as a tag of this hue. */
  hue?: Hue;
  /** A second line that also finds it, such as an address. */
  detail?: string;
};

export type PickerProps = {
  /** Names what is chosen, for assistive technology: *Column*, *Value*. */
  label: string;
  options: readonly PickerOption[];
  chosen: readonly string[];
  /** Several may be chosen, and the list stays open. */
  many?: boolean;
  placeholder: string;
  /** A list of names that are chosen but no longer there. */
  goneLabel?: string;
  describedBy?: string | undefined;
  /** Opens by itself when it appears. */
  startOpen?: boolean;
  trigger?: ReactNode;
  onChange(ids: string[]): void;
};

/** One option: a tag, or a name with its icon. */
export function OptionMark({ option }: { option: PickerOption }) {
  if (option.hue) {
    return (
      <span className={css.tag} data-hue={option.hue}>
        {option.label}
      </span>
    );
  }
  return (
    <span className={css.mark}>
      {option.icon}
      <span className={css.name}>{option.label}</span>
    </span>
  );
}

/** The tick before an option that is chosen. */
export function Tick({ on }: { on: boolean }) {
  return <span className={css.tick}>{on ? <Check size={14} aria-hidden /> : null}</span>;
}
