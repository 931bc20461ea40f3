import { type ComponentProps, useMemo, useState } from 'react';
import { Select } from '../ui/field.tsx';
import { zoneGroups } from './zones.ts';

/** The browser's own time zone. */
export function guessZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** A select over every time zone. */
export function ZoneSelect(props: ComponentProps<'select'> & { value: string }) {
  const { value } = props;
  const [today] = useState(() => new Date());
  const groups = useMemo(() => zoneGroups(Intl.supportedValuesOf('timeZone'), value, today), [value, today]);
  return (
    <Select {...props}>
      {groups.map(({ region, zones }) => (
        <optgroup key={region} label={region}>
          {zones.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
