import type { ColumnContext } from '@crm/grid/columns';
import type { Column } from '@crm/shared';
import type { GridModel } from '../../model/grid-model.ts';
import { personHue } from '../../surface/chips.ts';
import { idsOf } from '../words/condition.ts';
import type { PickerOption } from './picker-parts.tsx';
import { Picker } from './picker.tsx';
import type { ValueProps } from './value-editor.tsx';

/** One or several options, people or contacts. */
export function ChoiceValue({
  model,
  column,
  condition,
  describedBy,
  many,
  onChange,
}: ValueProps & { many: boolean }) {
  return (
    <Picker
      label="Value"
      options={optionsOf(column, model)}
      chosen={idsOf(condition.value)}
      many={many}
      placeholder={many ? 'Choose some' : 'Choose one'}
      goneLabel={goneLabel(column)}
      describedBy={describedBy}
      onChange={(ids) => onChange(many ? ids : (ids[0] ?? null))}
    />
  );
}

function optionsOf(column: Column, model: GridModel): readonly PickerOption[] {
  if (column.type === 'contacts')
    return model.view.contacts().map(({ id, name, addresses }) => contact(id, name, addresses));
  if (column.type === 'singleSelect' || column.type === 'multiSelect') {
    return (column.options.choices ?? []).map(({ id, name, hue }) => ({ id, label: name, hue }));
  }
  return people(model.context());
}

function contact(id: string, name: string, addresses: readonly string[]): PickerOption {
  const [address] = addresses;
  if (name === '') return { id, label: address ?? 'Unnamed' };
  return address === undefined ? { id, label: name } : { id, label: name, detail: address };
}

function people(ctx: ColumnContext): readonly PickerOption[] {
  return ctx.people().map(({ id, name, email }) => ({ id, label: name, hue: personHue(id), detail: email }));
}

function goneLabel({ type }: Column): string {
  if (type === 'contacts') return 'Removed contact';
  return type === 'singleSelect' || type === 'multiSelect' ? 'Removed option' : 'Former member';
}
