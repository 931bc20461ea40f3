import { ColumnOptions as Options, Hue, newId, OptionId } from '@crm/shared';
import type { ColumnOptions, ColumnType } from '@crm/shared';
import { Plus, X } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Field, Input, Select } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';

interface Props {
  readonly type: ColumnType;
  readonly options: ColumnOptions;
  onChange(options: ColumnOptions): void;
}

const DATE_FORMATS = {
  local: 'As on this device',
  friendly: 'March 31, 2026',
  us: '3/31/2026',
  european: '31/3/2026',
  iso: '2026-03-31',
};
const CURRENCIES = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'JPY',
  'CAD',
  'AUD',
  'SGD',
  'INR',
  'SEK',
  'NOK',
  'DKK',
  'BRL',
  'CNY',
  'HKD',
];

/** The settings of a column that its type has. */
export function ColumnOptionsForm({ type, options, onChange }: Props) {
  const put = (patch: unknown) => {
    const next = Options.safeParse({ ...options, ...(typeof patch === 'object' ? patch : {}) });
    if (next.success) onChange(next.data);
  };
  return (
    <>
      {type === 'singleSelect' || type === 'multiSelect' ? (
        <Choices options={options} onChange={onChange} />
      ) : null}
      {type === 'currency' || type === 'commitment' ? (
        <Field label="Currency">
          <Select
            value={options.currency ?? 'USD'}
            onChange={(event) => put({ currency: event.target.value })}
          >
            {[...new Set([options.currency ?? 'USD', ...CURRENCIES])].map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </Field>
      ) : null}
      {type === 'number' || type === 'percent' ? (
        <Field label="Digits after the point">
          <Input
            type="number"
            min={0}
            max={8}
            value={options.precision ?? 0}
            onChange={(event) => put({ precision: event.target.valueAsNumber })}
          />
        </Field>
      ) : null}
      {type === 'rating' ? (
        <Field label="Highest value">
          <Input
            type="number"
            min={1}
            max={10}
            value={options.max ?? 5}
            onChange={(event) => put({ max: event.target.valueAsNumber })}
          />
        </Field>
      ) : null}
      {type === 'date' || type === 'dateTime' ? (
        <Field label="Written as">
          <Select
            value={options.dateFormat ?? 'local'}
            onChange={(event) => put({ dateFormat: event.target.value })}
          >
            {Object.entries(DATE_FORMATS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {type === 'dateTime' ? (
        <Field label="Clock">
          <Select
            value={options.timeFormat ?? '24hour'}
            onChange={(event) => put({ timeFormat: event.target.value })}
          >
            <option value="24hour">24 hours</option>
            <option value="12hour">12 hours</option>
          </Select>
        </Field>
      ) : null}
    </>
  );
}

function Choices({ options, onChange }: Pick<Props, 'options' | 'onChange'>) {
  const choices = options.choices ?? [];
  const set = (next: typeof choices) => onChange({ ...options, choices: next });
  return (
    <fieldset className="g-choices">
      <legend>Choices</legend>
      {choices.map((choice, i) => (
        <div key={choice.id} className="g-choice" data-hue={choice.hue}>
          <select
            className="g-hue"
            aria-label={`Colour of ${choice.name}`}
            value={choice.hue}
            onChange={(event) =>
              set(choices.with(i, { ...choice, hue: Hue.catch('gray').parse(event.target.value) }))
            }
          >
            {Hue.options.map((hue) => (
              <option key={hue}>{hue}</option>
            ))}
          </select>
          <Input
            aria-label={`Name of choice ${i + 1}`}
            value={choice.name}
            maxLength={200}
            onChange={(event) => set(choices.with(i, { ...choice, name: event.target.value || ' ' }))}
          />
          <IconButton
            size="s"
            label={`Remove ${choice.name}`}
            icon={<X size={16} />}
            onClick={() => set(choices.filter((one) => one !== choice))}
          />
        </div>
      ))}
      <Button
        size="s"
        icon={<Plus size={14} />}
        onClick={() =>
          set([
            ...choices,
            {
              id: newId(OptionId),
              name: `Choice ${choices.length + 1}`,
              hue: Hue.options[(choices.length + 1) % 10] ?? 'gray',
            },
          ])
        }
      >
        Add a choice
      </Button>
    </fieldset>
  );
}
