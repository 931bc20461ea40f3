import { useGrid } from '../model/use-model.ts';
import { personHue } from '../surface/chips.ts';
import { OptionList } from './option-list.tsx';
import type { EditorProps } from './types.ts';

/** One of the people of this workspace. */
export function PersonEditor(props: EditorProps) {
  const people = useGrid().context().people();
  const chosen = typeof props.value === 'string' ? [props.value] : [];
  return (
    <OptionList
      label={props.column.name}
      placeholder="Find a person"
      options={people.map(({ id, name, email }) => ({ id, name, hue: personHue(id), detail: email }))}
      chosen={chosen}
      many={false}
      toggle={(id) => props.submitValue(chosen.includes(id) ? null : id, 'stay')}
      leave={props.close}
    />
  );
}
