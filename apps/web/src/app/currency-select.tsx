import type { ComponentProps } from 'react';
import { Select } from '../ui/field.tsx';
import { COMMON } from './currencies.ts';

export { guessCurrency } from './currencies.ts';

const names = new Intl.DisplayNames(undefined, { type: 'currency' });

function Option({ code }: { code: string }) {
  return (
    <option value={code}>
      {code} – {names.of(code) ?? code}
    </option>
  );
}

/** A select over every currency, the common ones first. */
export function CurrencySelect(props: ComponentProps<'select'>) {
  const others = Intl.supportedValuesOf('currency').filter((code) => !COMMON.includes(code));
  return (
    <Select {...props}>
      <optgroup label="Common">
        {COMMON.map((code) => (
          <Option key={code} code={code} />
        ))}
      </optgroup>
      <optgroup label="All others">
        {others.map((code) => (
          <Option key={code} code={code} />
        ))}
      </optgroup>
    </Select>
  );
}
