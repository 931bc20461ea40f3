import { kindOf } from '@crm/grid/columns';
import type { Column } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { KeyRound } from 'lucide-react';
import { memo, useId } from 'react';
import { Badge } from '../../../ui/badge.tsx';
import { count } from '../parts/words.ts';
import { Ask } from './ask.tsx';
import css from './column-row.module.css';
import { NewColumn } from './new-column.tsx';
import { answered, answerOf, questionFor, targetType } from './questions.ts';
import { TargetSelect } from './target-select.tsx';
import { retarget } from './targets.ts';

/** A column of the file: what it holds, what it seems to be and why, and where it goes. */
export const ColumnRow = memo(function ColumnRow(props: {
  column: ProposedColumn;
  /** What the server proposed for it. */
  proposed: ColumnMapping | undefined;
  mapping: ColumnMapping;
  columns: readonly Column[];
  columnsById: ReadonlyMap<string, Column>;
  rows: number;
  selects: number;
  isKey: boolean;
  currency: string;
  problem: string | null;
  /** Whether problems are shown yet; an open question shows itself. */
  strict: boolean;
  onChange(index: number, mapping: ColumnMapping): void;
}) {
  const { column, mapping } = props;
  const id = useId();
  const title = column.name.trim();
  const change = (next: ColumnMapping) => props.onChange(column.index, next);
  const question = questionFor(column, targetType(mapping, props.columnsById), mapping.to === 'new');
  const isOpen = question !== null && answerOf(mapping) === undefined;
  const problem =
    props.problem !== null && !(isOpen && props.problem === question.text) ? props.problem : null;
  const complaint = problem ?? (isOpen && props.strict ? 'Answer this first.' : null);
  const describedBy = complaint === null ? undefined : `${id}-problem`;
  const existing = mapping.to === 'existing' ? props.columnsById.get(mapping.col) : undefined;
  return (
    <li
      className={css.row}
      data-out={mapping.to === 'skip' || undefined}
      id={`import-column-${column.index}`}
    >
      <div className={css.source}>
        <h4 className={css.name}>
          {title}
          {props.isKey ? (
            <Badge tone="accent">
              <KeyRound size={12} aria-hidden /> Key
            </Badge>
          ) : null}
        </h4>
        <p className={css.samples}>
          {column.samples.length > 0
            ? column.samples.slice(0, 3).map((sample) => (
                <span key={sample} className={css.sample}>
                  {sample}
                </span>
              ))
            : 'Empty in every row'}
        </p>
        <p className={css.filled}>
          {column.filled === props.rows
            ? `Filled in all ${count(props.rows, 'row', 'rows')}`
            : `Filled in ${column.filled.toLocaleString()} of ${count(props.rows, 'row', 'rows')}`}
        </p>
      </div>
      <div className={css.guess}>
        <p className={css.type}>{kindOf(column.type).label}</p>
        <p className={css.evidence}>{column.evidence}</p>
      </div>
      <div className={css.target} data-named={mapping.to === 'new' || mapping.to === 'fund' || undefined}>
        <TargetSelect
          label={`Where ${title} goes`}
          mapping={mapping}
          columns={props.columns}
          selects={props.selects}
          invalid={problem !== null && mapping.to === 'existing'}
          describedBy={describedBy}
          onChange={(to) => change(retarget(column, props.proposed, to, props.currency))}
        />
        {mapping.to === 'new' || mapping.to === 'fund' ? (
          <NewColumn
            column={column}
            mapping={mapping}
            currency={props.currency}
            invalid={problem !== null}
            describedBy={describedBy}
            onChange={change}
          />
        ) : null}
        {existing && existing.type !== column.type ? (
          <p className={css.evidence}>
            Read as {kindOf(existing.type).label.toLowerCase()}, as the sheet has it; cells that do not fit
            are listed in the next step.
          </p>
        ) : null}
        {question ? (
          <Ask
            question={question}
            answer={answerOf(mapping)}
            of={title}
            onAnswer={(answer) => change(answered(column, mapping, question, answer))}
          />
        ) : null}
        {complaint === null ? null : (
          <p className={css.problem} id={`${id}-problem`}>
            {complaint}
          </p>
        )}
      </div>
    </li>
  );
});
