import { newContact } from '../commands/ops.ts';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import { OptionList } from './option-list.tsx';
import type { EditorProps } from './types.ts';
import { useValue } from './use-value.ts';

/** The people who work for an investor: picked from those known, or added as `Ann Lee <ann@lee.com>`. */
export function ContactsEditor(props: EditorProps) {
  const model = useGrid();
  useSignal(model.version);
  const value = useValue(props);
  const chosen = Array.isArray(value) ? value : [];
  const options = model.view.contacts().map(({ id, name, addresses, title }) => ({
    id,
    name: name || addresses[0] || 'Unnamed',
    hue: 'gray' as const,
    detail: [title, ...addresses].filter(Boolean).join(' · '),
  }));
  return (
    <OptionList
      label={props.column.name}
      placeholder="Name <address>"
      createWord="Add contact"
      options={options}
      chosen={chosen}
      many
      toggle={(id) => {
        const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
        props.change(next.length === 0 ? null : next);
      }}
      create={(text) => {
        const contact = newContact(text);
        props.change([...chosen, contact.id], [{ t: 'contact.put', contact }]);
      }}
      leave={props.close}
    />
  );
}
