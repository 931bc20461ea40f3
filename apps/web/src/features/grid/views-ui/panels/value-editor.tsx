import type { Column, FilterCondition } from '@crm/shared';
import { Input, Select } from '../../../../ui/field.tsx';
import type { GridModel } from '../../model/grid-model.ts';
import { valueShape } from '../words/operators.ts';
import { AmountValue } from './amount-value.tsx';
import { ChoiceValue } from './choice-value.tsx';
import { DateValue } from './date-value.tsx';
import { useTyped } from './use-typed.ts';

export type ValueProps = {
  model: GridModel;
  column: Column;
  condition: FilterCondition;
  describedBy: string | undefined;
  onChange(value: FilterCondition['value']): void;
};

/** What a condition compares with, by the column's type and the operator. */
export function ValueEditor(props: ValueProps) {
  const shape = valueShape(props.column.type, props.condition.op);
  switch (shape) {
    case 'none':
      return null;
    case 'text':
      return <TextValue {...props} />;
    case 'number':
      return <AmountValue {...props} />;
    case 'day':
    case 'span':
      return <DateValue {...props} span={shape === 'span'} />;
    case 'one':
    case 'many':
      return <ChoiceValue {...props} many={shape === 'many'} />;
    case 'check':
      return <CheckValue {...props} />;
  }
}

function TextValue({ condition, describedBy, onChange }: ValueProps) {
  const typed = useTyped(typeof condition.value === 'string' ? condition.value : '', (text) =>
    onChange(text === '' ? null : text),
  );
  return (
    <Input
      aria-label="Value"
      aria-describedby={describedBy}
      placeholder="Enter a value"
      maxLength={1000}
      value={typed.text}
      onChange={(event) => typed.type(event.target.value)}
      onBlur={typed.leave}
    />
  );
}

function CheckValue({ condition, onChange }: ValueProps) {
  return (
    <Select
      aria-label="Value"
      value={condition.value === false ? 'no' : 'yes'}
      onChange={(event) => onChange(event.target.value === 'yes')}
    >
      <option value="yes">Checked</option>
      <option value="no">Not checked</option>
    </Select>
  );
}
