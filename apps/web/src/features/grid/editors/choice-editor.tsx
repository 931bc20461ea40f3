import { withChoices } from '@crm/grid/columns';
import type { CellValue } from '@crm/shared';
import { OptionList } from './option-list.tsx';
import { useValue } from './use-value.ts';
import type { EditorProps } from './types.ts';

const listOf = (value: CellValue): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];

/** Single and multi select; a name that is not there yet becomes a choice. */
export function ChoiceEditor(props: EditorProps) {
  const { column } = props;
  const value = useValue(props);
  const many = column.type === 'multiSelect';
  const chosen = listOf(value);
  const choices = column.options.choices ?? [];
  const put = (ids: string[]) => props.change(ids.length === 0 ? null : ids);
  return (
    <OptionList
      label={column.name}
      placeholder="Find or add a choice"
      createWord="Add"
      options={choices}
      chosen={chosen}
      many={many}
      toggle={(id) => {
        if (!many) props.submitValue(chosen.includes(id) ? null : id, 'stay');
        else put(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
      }}
      create={(name) => {
        const options = withChoices(column.options, [name]);
        const made = options.choices?.find((choice) => choice.name.toLowerCase() === name.toLowerCase());
        if (!made) return;
        const before = [{ t: 'col.set' as const, col: column.id, patch: { options } }];
        if (many) props.change([...chosen, made.id], before);
        else props.submitValue(made.id, 'stay', before);
      }}
      leave={props.close}
    />
  );
}
