import { Hue, newId, OptionId, type ColumnOptions, type SelectOption } from '@crm/shared';

interface ChoiceIndex {
  readonly byId: ReadonlyMap<string, { readonly option: SelectOption; readonly place: number }>;
  readonly byName: ReadonlyMap<string, SelectOption>;
}

const indexes = new WeakMap<readonly SelectOption[], ChoiceIndex>();
const NONE: readonly SelectOption[] = [];

/** The choices of a column, by id and by name without regard to case; made once per list. */
export function choiceIndex(options: ColumnOptions): ChoiceIndex {
  const choices = options.choices ?? NONE;
  let index = indexes.get(choices);
  if (!index) {
    const byName = new Map<string, SelectOption>();
    for (const option of choices) {
      const name = choiceKey(option.name);
      if (!byName.has(name)) byName.set(name, option);
    }
    index = { byId: new Map(choices.map((option, place) => [option.id, { option, place }])), byName };
    indexes.set(choices, index);
  }
  return index;
}

/** What two names of one choice have in common. */
export function choiceKey(name: string): string {
  return name.trim().toLowerCase();
}

/** The options with a choice for each name that has none yet; names are cut at 200 characters. */
export function withChoices(options: ColumnOptions, names: readonly string[]): ColumnOptions {
  const choices = [...(options.choices ?? [])];
  const known = new Set(choices.map((option) => choiceKey(option.name)));
  for (const raw of names) {
    const name = raw.trim().slice(0, 200);
    if (name === '' || known.has(choiceKey(name))) continue;
    known.add(choiceKey(name));
    const hue = Hue.options[(choices.length + 1) % Hue.options.length] ?? 'gray';
    choices.push({ id: newId(OptionId), name, hue });
  }
  return { ...options, choices };
}
