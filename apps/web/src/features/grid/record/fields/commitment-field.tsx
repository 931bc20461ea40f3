import { commitmentOf } from '@crm/grid/columns';
import { CommitmentStatus } from '@crm/shared';
import { STATUS_WORDS } from '../../surface/chips.ts';
import css from './fields.module.css';
import { Overtaken } from './overtaken.tsx';
import type { FieldProps } from './use-cell.ts';
import { useDraft } from './use-draft.ts';

/** An amount for a fund and how firm it is. Typing `2.5M soft` sets both. */
export function CommitmentField(props: FieldProps) {
  const draft = useDraft(props);
  const { cell } = draft;
  const held = commitmentOf(cell.value);
  const { name } = props.column;
  return (
    <>
      <div className={css.line}>
        <input
          id={props.id}
          className={css.control}
          inputMode="decimal"
          value={draft.text}
          readOnly={props.locked}
          autoComplete="off"
          aria-describedby={props.describedBy}
          onChange={(event) => draft.type(event.target.value)}
          onFocus={draft.onFocus}
          onBlur={draft.onBlur}
          onKeyDown={(event) => draft.onKeyDown(event, true)}
        />
        {held ? (
          <select
            className={css.status}
            aria-label={`${name}, status`}
            value={held.status}
            disabled={props.locked}
            onChange={(event) => cell.write({ ...held, status: CommitmentStatus.parse(event.target.value) })}
          >
            {CommitmentStatus.options.map((status) => (
              <option key={status} value={status}>
                {STATUS_WORDS[status]}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      <Overtaken show={draft.overtaken} now={cell.shown} />
    </>
  );
}
