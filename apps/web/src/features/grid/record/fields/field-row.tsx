import { kindOf } from '@crm/grid/columns';
import type { EditorKind } from '@crm/grid/columns';
import type { Column, InvestorId } from '@crm/shared';
import { TriangleAlert } from 'lucide-react';
import type { ComponentType } from 'react';
import { useId, useState } from 'react';
import { useMe } from '../../../../app/session.ts';
import { Hidden } from '../../../../ui/live.tsx';
import { KindIcon } from '../../header/kind-icon.tsx';
import { useGrid } from '../../model/use-model.ts';
import { CommitmentField } from './commitment-field.tsx';
import { DateField } from './date-field.tsx';
import css from './fields.module.css';
import { LineField } from './line-field.tsx';
import { LongTextField } from './long-text-field.tsx';
import { PickField } from './pick-field.tsx';
import { RatingField } from './rating-field.tsx';
import { ReadOnlyField } from './read-only-field.tsx';
import { ToggleField } from './toggle-field.tsx';
import type { FieldProps } from './use-cell.ts';

const FIELDS: Record<EditorKind, ComponentType<FieldProps>> = {
  line: LineField,
  longText: LongTextField,
  date: DateField,
  dateTime: LineField,
  toggle: ToggleField,
  choice: PickField,
  choices: PickField,
  person: PickField,
  contacts: PickField,
  rating: RatingField,
  commitment: CommitmentField,
  none: ReadOnlyField,
};

/** One field of a record: its name, its control, what is wrong with it, and where its value stands on its way. */
export function FieldRow({ row, column }: { row: InvestorId; column: Column }) {
  const model = useGrid();
  const { me } = useMe();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const slot = model.view.slotOf(row) ?? -1;
  const kind = kindOf(column.type);
  const Control = FIELDS[kind.editor];
  const mark = model.mark(slot, column.id);
  const flag = kind.flag(model.value(slot, column.id));
  const other = model.session
    .presence()
    .find((one) => one.editing && one.cell?.row === row && one.cell.col === column.id);
  const who = other && (model.context().person(other.userId)?.name ?? 'Someone else');
  const busy = other?.userId === me.id ? 'You are editing this in another tab.' : `${who} is editing this.`;
  const note = problem ?? (who ? busy : flag);
  const loading = model.isLoading(column.id);
  return (
    <div
      className={css.field}
      data-mark={mark || undefined}
      data-wide={kind.editor === 'longText' || undefined}
    >
      <label id={`${id}-label`} className={css.label} htmlFor={id}>
        <span aria-hidden className={css.kind}>
          <KindIcon name={kind.icon} label={kind.label} />
        </span>
        <span className={css.labelText}>{column.name}</span>
      </label>
      <div className={css.value} data-invalid={problem !== null || undefined}>
        {loading ? (
          <span className={css.loading}>Loading</span>
        ) : (
          <Control
            row={row}
            column={column}
            id={id}
            describedBy={note ? `${id}-note` : undefined}
            complain={setProblem}
            locked={who !== undefined}
          />
        )}
        {mark === 'pending' ? <Hidden>On its way to the server</Hidden> : null}
        {note ? (
          <p
            id={`${id}-note`}
            className={problem ? css.problem : css.note}
            role={problem ? 'alert' : undefined}
          >
            {note}
          </p>
        ) : null}
        {mark === 'conflict' ? (
          <button type="button" className={css.conflict} onClick={() => model.panel.set({ kind: 'tray' })}>
            <TriangleAlert size={14} aria-hidden />
            Changed by someone else too: choose which to keep
          </button>
        ) : null}
      </div>
    </div>
  );
}
