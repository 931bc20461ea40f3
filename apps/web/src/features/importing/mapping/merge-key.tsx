import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { useId } from 'react';
import { Select } from '../../../ui/field.tsx';
import { titleOf } from '../parts/words.ts';
import type { KeyFacts } from './key-facts.ts';
import { keyWords } from './key-words.ts';
import css from './merge-key.module.css';

/** How rows of the file are told to be investors that are here already. */
export function MergeKey(props: {
  columns: readonly ProposedColumn[];
  mapping: readonly ColumnMapping[];
  mergeKey: number | null;
  rows: number;
  keys: readonly KeyFacts[] | null;
  problem: string | null;
  onChange(mergeKey: number | null): void;
}) {
  const { columns, mapping, mergeKey } = props;
  const id = useId();
  const usable = columns.filter(({ index }) => {
    const to = mapping[index]?.to;
    return index === mergeKey || to === 'new' || to === 'existing';
  });
  const chosen = columns.find(({ index }) => index === mergeKey);
  const words = keyWords({
    title: chosen ? titleOf(chosen.name) : null,
    target: chosen ? mapping[chosen.index]?.to : undefined,
    rows: props.rows,
    facts: chosen ? props.keys?.[chosen.index] : undefined,
  });
  return (
    <fieldset className={css.key} aria-describedby={`${id}-words`} id="import-merge-key">
      <legend className={css.legend}>Which investor is each row?</legend>
      <div className={css.option}>
        <label className={css.choice}>
          <input
            type="radio"
            name={id}
            checked={mergeKey !== null}
            disabled={usable.length === 0}
            onChange={() => props.onChange(usable[0]?.index ?? null)}
          />
          The one with the same
        </label>
        <Select
          className={css.select}
          aria-label="Column that rows are found by"
          aria-invalid={props.problem !== null || undefined}
          value={mergeKey ?? ''}
          onChange={({ target }) => props.onChange(target.value === '' ? null : Number(target.value))}
        >
          {mergeKey === null ? <option value="">Choose a column</option> : null}
          {usable.map((column) => (
            <option key={column.index} value={column.index}>
              {titleOf(column.name)}
            </option>
          ))}
        </Select>
      </div>
      <label className={css.choice}>
        <input type="radio" name={id} checked={mergeKey === null} onChange={() => props.onChange(null)} />
        Every row is a new investor
      </label>
      <div className={css.words} id={`${id}-words`} role="status">
        {props.problem === null ? (
          words.map((sentence) => <p key={sentence}>{sentence}</p>)
        ) : (
          <p className={css.problem}>{props.problem}</p>
        )}
      </div>
    </fieldset>
  );
}
