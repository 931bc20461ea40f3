import type { ColumnOptions, ColumnType } from '@crm/shared';
import { CurrencySelect } from '../../../app/currency-select.tsx';
import { ZoneSelect } from '../../../app/zone-select.tsx';
import { Checkbox, Field, Select } from '../../../ui/field.tsx';
import { ChoicesEditor } from './choices-editor.tsx';
import css from './columns-ui.module.css';

const DATE_FORMATS = {
  local: 'As the reader’s own settings say',
  friendly: '5 March 2026',
  us: '3/5/2026',
  european: '5/3/2026',
  iso: '2026-03-05',
} as const;
type DateFormat = keyof typeof DATE_FORMATS;
const isDateFormat = (text: string): text is DateFormat => Object.hasOwn(DATE_FORMATS, text);

/** Which types have something to choose. */
export function hasOptions(type: ColumnType): boolean {
  return /^(singleSelect|multiSelect|currency|commitment|number|percent|rating|date|dateTime|createdTime|modifiedTime)$/.test(
    type,
  );
}

/** The settings that count for a type. `timeZone` is the fund's. */
export function OptionsEditor(props: {
  type: ColumnType;
  options: ColumnOptions;
  timeZone: string;
  use?: ReadonlyMap<string, number> | undefined;
  tried: boolean;
  onChange: (options: ColumnOptions) => void;
}) {
  const { type, options, timeZone } = props;
  const set = (patch: ColumnOptions) => props.onChange({ ...options, ...patch });
  const number = (event: { target: { value: string } }) => Number(event.target.value);
  if (type === 'singleSelect' || type === 'multiSelect') {
    return (
      <ChoicesEditor
        choices={options.choices ?? []}
        use={props.use}
        tried={props.tried}
        onChange={(choices) => set({ choices })}
      />
    );
  }
  if (type === 'currency' || type === 'commitment') {
    return (
      <Field label="Currency" hint="Amounts are not converted when this is changed.">
        <CurrencySelect
          value={options.currency ?? 'USD'}
          onChange={(event) => set({ currency: event.target.value })}
        />
      </Field>
    );
  }
  if (type === 'number' || type === 'percent') {
    return (
      <Field label="Decimals shown" hint="Values keep all the digits that were typed.">
        <Select value={options.precision ?? 0} onChange={(event) => set({ precision: number(event) })}>
          {Array.from({ length: 9 }, (_, digits) => (
            <option key={digits} value={digits}>
              {digits === 0 ? 'None: 1' : `${digits}: ${(1).toFixed(digits)}`}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (type === 'rating') {
    return (
      <Field label="Highest rating">
        <Select value={options.max ?? 5} onChange={(event) => set({ max: number(event) })}>
          {Array.from({ length: 10 }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1}
            </option>
          ))}
        </Select>
      </Field>
    );
  }
  if (!hasOptions(type)) return null;
  const ownZone = options.timeZone !== undefined;
  return (
    <div className={css.stack}>
      <Field label="Date format">
        <Select
          value={options.dateFormat ?? 'local'}
          onChange={(event) => {
            if (isDateFormat(event.target.value)) set({ dateFormat: event.target.value });
          }}
        >
          {Object.entries(DATE_FORMATS).map(([format, words]) => (
            <option key={format} value={format}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      {type === 'date' ? null : (
        <>
          <Field label="Time format">
            <Select
              value={options.timeFormat ?? '24hour'}
              onChange={(event) => set({ timeFormat: event.target.value === '12hour' ? '12hour' : '24hour' })}
            >
              <option value="24hour">16:30</option>
              <option value="12hour">4:30 pm</option>
            </Select>
          </Field>
          <Checkbox
            label={`Show times in a zone of its own, not in the fund’s (${timeZone})`}
            checked={ownZone}
            onChange={(event) => {
              const { timeZone: _own, ...rest } = options;
              props.onChange(event.target.checked ? { ...rest, timeZone } : rest);
            }}
          />
          {ownZone ? (
            <Field label="Time zone">
              <ZoneSelect
                value={options.timeZone ?? timeZone}
                onChange={(event) => set({ timeZone: event.target.value })}
              />
            </Field>
          ) : null}
        </>
      )}
    </div>
  );
}
