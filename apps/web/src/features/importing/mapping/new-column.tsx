import { ALL_KINDS } from '@crm/grid/columns';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { CurrencySelect } from '../../../app/currency-select.tsx';
import { Input, Select } from '../../../ui/field.tsx';
import css from './column-row.module.css';
import { retype } from './targets.ts';

/** What a new column may be; amounts of a fund come by *New fund*, and what fills itself in cannot be imported. */
const TYPES = ALL_KINDS.filter((kind) => !kind.computed && kind.type !== 'commitment');

/** The name and the type of a new column, or the name and the currency of a new fund. */
export function NewColumn(props: {
  column: ProposedColumn;
  mapping: Extract<ColumnMapping, { to: 'new' | 'fund' }>;
  currency: string;
  invalid: boolean;
  describedBy: string | undefined;
  onChange(mapping: ColumnMapping): void;
}) {
  const { column, mapping, onChange } = props;
  const of = column.name.trim();
  const named = (name: string) => onChange({ ...mapping, name });
  const isMoney = mapping.to === 'fund' || mapping.type === 'currency';
  return (
    <>
      <Input
        aria-label={mapping.to === 'fund' ? `Name of the fund for ${of}` : `Name of the new column for ${of}`}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        value={mapping.name}
        maxLength={200}
        onChange={(event) => named(event.target.value)}
      />
      {mapping.to === 'new' ? (
        <Select
          aria-label={`Type of ${of}`}
          value={mapping.type}
          onChange={({ target }) => {
            const kind = TYPES.find(({ type }) => type === target.value);
            if (kind) onChange(retype(column, mapping, kind.type, props.currency));
          }}
        >
          {TYPES.map((kind) => (
            <option key={kind.type} value={kind.type}>
              {kind.label}
            </option>
          ))}
        </Select>
      ) : null}
      {isMoney ? (
        <CurrencySelect
          className={css.currency}
          aria-label={`Currency of ${of}`}
          value={mapping.to === 'fund' ? mapping.currency : (mapping.options.currency ?? props.currency)}
          onChange={({ target }) =>
            onChange(
              mapping.to === 'fund'
                ? { ...mapping, currency: target.value }
                : { ...mapping, options: { ...mapping.options, currency: target.value } },
            )
          }
        />
      ) : null}
    </>
  );
}
