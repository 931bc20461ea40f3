import { newId, OptionId } from '@crm/shared';
import type { ColumnMapping } from '@crm/shared/contract/importing';
import { describe, expect, it } from 'vitest';
import { answered, answerOf, questionFor, withKnownAnswers } from './questions.ts';
import { column, proposed } from './testing.ts';

const list = { kind: 'listOrValue' as const, text: 'One or several?', choices: [] };
const tags = proposed('Tags', { type: 'multiSelect', question: list });

describe('questionFor', () => {
  it('asks for the order of day and month where a text column is made a date', () => {
    const mixed = proposed('Met', { samples: ['soon', '3/4/2026'] });
    expect(questionFor(mixed, 'date', true)?.text).toBe('Which comes first in “3/4/2026”?');
    expect(questionFor(mixed, 'text', true)).toBeNull();
    expect(questionFor(proposed('Met', { samples: ['13/4/2026', '2026-04-03'] }), 'date', true)).toBeNull();
    expect(questionFor(proposed('Met', { type: 'date', samples: ['3/4/2026'] }), 'date', true)).toBeNull();
  });

  it('asks whether commas make a list only where that makes a difference', () => {
    expect(questionFor(tags, 'multiSelect', true)).toBe(list);
    expect(questionFor(tags, 'singleSelect', true)).toBe(list);
    expect(questionFor(tags, 'singleSelect', false)).toBeNull();
    expect(questionFor(tags, 'text', true)).toBeNull();
  });
});

describe('answered', () => {
  const mapping: ColumnMapping = { to: 'new', name: 'Tags', type: 'multiSelect', options: {} };

  it('makes a list of choices or a single choice of a new column', () => {
    expect(answered(tags, mapping, list, 'value')).toMatchObject({ type: 'singleSelect', answer: 'value' });
    expect(answered(tags, mapping, list, 'list')).toMatchObject({ type: 'multiSelect', answer: 'list' });
  });

  it('shows a new date as the file writes it, and leaves a column of the sheet as it is', () => {
    const day = { kind: 'dayMonth' as const, text: '', choices: [] };
    const date: ColumnMapping = { to: 'new', name: 'Met', type: 'date', options: { dateFormat: 'local' } };
    expect(answered(proposed('Met'), date, day, 'european')).toMatchObject({
      options: { dateFormat: 'european' },
    });
    expect(answerOf({ to: 'skip' })).toBeUndefined();
  });
});

describe('withKnownAnswers', () => {
  const choices = (...names: string[]) =>
    names.map((name) => ({ id: newId(OptionId), name, hue: 'gray' as const }));
  const file = [{ ...tags, options: { choices: choices('a', 'b') } }];

  it('takes a list for a list where every value is a choice here already', () => {
    const here = column('Tags', { type: 'multiSelect', options: { choices: choices('b', 'a', 'c') } });
    const to: ColumnMapping = { to: 'existing', col: here.id };
    expect(withKnownAnswers([to], file, [here])).toEqual([{ ...to, answer: 'list' }]);
    const other = { ...here, options: { choices: choices('a,b', 'a') } };
    expect(withKnownAnswers([to], file, [other])).toEqual([to]);
  });
});
