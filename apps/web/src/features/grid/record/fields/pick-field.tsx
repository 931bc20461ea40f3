import { withChoices } from '@crm/grid/columns';
import type { Hue, Op } from '@crm/shared';
import { ChevronDown } from 'lucide-react';
import { Fragment } from 'react';
import { Badge } from '../../../../ui/badge.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { newContact } from '../../commands/ops.ts';
import { chipsOf, personHue } from '../../surface/chips.ts';
import type { PickItem } from '../find-items.ts';
import { Picker } from '../picker.tsx';
import { contactItems } from '../contacts/contact-items.ts';
import css from './fields.module.css';
import { type Cell, type FieldProps, useCell } from './use-cell.ts';
import { listOf } from './write-field.ts';

/** What can be picked for a cell. */
function itemsFor(cell: Cell, { column }: FieldProps): readonly (PickItem & { hue?: Hue })[] {
  if (column.type === 'person') {
    const people = cell.model.context().people();
    return people.map(({ id, name, email }) => ({ id, name, hue: personHue(id), detail: email }));
  }
  return column.type === 'contacts'
    ? contactItems(cell.model.view.contacts())
    : (column.options.choices ?? []);
}

/** Makes what was typed and not found, where the column can take it. */
function creatorFor({ column }: FieldProps, put: (id: string, before: readonly Op[]) => void) {
  if (column.type === 'person') return undefined;
  if (column.type === 'contacts') {
    return (text: string) => {
      const contact = newContact(text);
      put(contact.id, [{ t: 'contact.put', contact }]);
    };
  }
  return (text: string) => {
    const options = withChoices(column.options, [text]);
    const made = options.choices?.find((choice) => choice.name.toLowerCase() === text.toLowerCase());
    if (made) put(made.id, [{ t: 'col.set', col: column.id, patch: { options } }]);
  };
}

/** Select options, a person, or contacts: tags that open a list to pick from. */
export function PickField(props: FieldProps) {
  const cell = useCell(props);
  const { column } = props;
  const many = column.type === 'multiSelect' || column.type === 'contacts';
  const chosen = listOf(cell.value);
  const chips = chipsOf(cell.value, column, cell.shown, cell.model.context()) ?? [];
  const pick = (id: string) => {
    if (!many) return cell.write(chosen.includes(id) ? null : id);
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    return cell.write(next.length === 0 ? null : next);
  };
  return (
    <Popover
      label={column.name}
      onOpenChange={(open) => (open ? cell.enter() : cell.leave())}
      trigger={
        <button
          id={props.id}
          type="button"
          className={css.pick}
          disabled={props.locked}
          aria-describedby={props.describedBy}
          aria-labelledby={`${props.id}-label ${props.id}`}
        >
          <span className={css.chips}>
            {chips.map((chip, at) => (
              <Fragment key={`${at} ${chip.text}`}>
                <Badge hue={chip.hue ?? 'gray'}>{chip.text}</Badge>{' '}
              </Fragment>
            ))}
          </span>
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {(close) => {
        const create = creatorFor(props, (id, before) => {
          cell.write(many ? [...chosen, id] : id, before);
          if (!many) close();
        });
        return (
          <Picker
            label={column.name}
            items={itemsFor(cell, props)}
            chosen={chosen}
            placeholder={column.type === 'contacts' ? 'Name <address>' : create ? 'Find or add' : 'Find'}
            onPick={(id) => {
              pick(id);
              if (!many) close();
            }}
            {...(create ? { onCreate: create } : {})}
          />
        );
      }}
    </Popover>
  );
}
