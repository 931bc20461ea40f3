import { Hue, newId, OptionId } from '@crm/shared';
import type { SelectOption } from '@crm/shared';

const MOST = 1000;
const MOST_LETTERS = 200;

/** Neighbours in the list of hues look alike; every third one does not, and all ten come before one comes again. */
const STRIDE = 3;

/** A choice with the hue that comes next, after `count` others. */
export function newChoice(name: string, count: number): SelectOption {
  return {
    id: newId(OptionId),
    name: name.trim().slice(0, MOST_LETTERS),
    hue: Hue.options[(1 + count * STRIDE) % Hue.options.length] ?? 'gray',
  };
}

/** The list with a choice for each line of a pasted text; names that are there already are left out. */
export function addLines(choices: readonly SelectOption[], text: string): SelectOption[] {
  const list = [...choices];
  const known = new Set(list.map((choice) => choice.name.trim().toLowerCase()));
  for (const line of text.split(/[\r\n\t]+/)) {
    const name = line.trim();
    if (name === '' || known.has(name.toLowerCase()) || list.length >= MOST) continue;
    known.add(name.toLowerCase());
    list.push(newChoice(name, list.length));
  }
  return list;
}

/** The list with one choice moved to another place. */
export function moveChoice(choices: readonly SelectOption[], from: number, to: number): SelectOption[] {
  const list = [...choices];
  const [moved] = list.splice(from, 1);
  if (moved) list.splice(Math.max(0, Math.min(list.length, to)), 0, moved);
  return list;
}

/** The first thing wrong with a list of choices, with the choice it is about; null when nothing is. */
export function choicesProblem(choices: readonly SelectOption[]): { id: OptionId; problem: string } | null {
  const known = new Set<string>();
  for (const { id, name } of choices) {
    const key = name.trim().toLowerCase();
    if (key === '') return { id, problem: 'Give this choice a name, or take it away.' };
    if (known.has(key)) return { id, problem: `“${name.trim()}” stands in the list twice.` };
    known.add(key);
  }
  return null;
}

/** The list as it is saved: names without blanks around them. */
export function tidyChoices(choices: readonly SelectOption[]): SelectOption[] {
  return choices.map((choice) => ({ ...choice, name: choice.name.trim() }));
}
