import { ALL_KINDS } from '@crm/grid/columns';
import type { ColumnType } from '@crm/shared';
import { useId } from 'react';
import { KindIcon } from '../header/kind-icon.tsx';
import css from './columns-ui.module.css';
import { TYPE_EXPLAINED } from './type-words.ts';

/** Every type a column can be given, with its icon; what the chosen one is good for stands below. */
export function TypeGrid(props: {
  value: ColumnType;
  /** Types that are not offered. */
  without: readonly ColumnType[];
  onChange: (type: ColumnType) => void;
}) {
  const name = useId();
  const kinds = ALL_KINDS.filter((kind) => !props.without.includes(kind.type));
  return (
    <fieldset className={css.stack}>
      <legend className={css.legend}>Type</legend>
      <div className={css.types}>
        {kinds.map((kind) => (
          <label key={kind.type} className={css.type} title={TYPE_EXPLAINED[kind.type]}>
            <input
              type="radio"
              name={name}
              value={kind.type}
              checked={kind.type === props.value}
              onChange={() => props.onChange(kind.type)}
            />
            <span aria-hidden className={css.typeIcon}>
              <KindIcon name={kind.icon} label={kind.label} />
            </span>
            {kind.label}
          </label>
        ))}
      </div>
      <p className={css.explained} aria-live="polite">
        {TYPE_EXPLAINED[props.value]}
      </p>
    </fieldset>
  );
}
