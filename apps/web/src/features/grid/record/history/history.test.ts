import type { ColumnContext } from '@crm/grid/columns';
import { ColumnId, newId, OptionId } from '@crm/shared';
import type { Column } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { causeWords } from './cause-words.ts';
import { changeOf, pastText, type Entry } from './entry-change.ts';

const ctx: ColumnContext = {
  locale: 'en-US',
  timeZone: 'UTC',
  now: new Date('2026-11-21T12:00:00Z'),
  person: () => undefined,
  people: () => [],
  contact: () => undefined,
  findContacts: () => [],
};
const hot = newId(OptionId);
const cold = newId(OptionId);
const column = (type: Column['type'], options: Column['options'] = {}): Column => ({
  id: newId(ColumnId),
  name: 'Stage',
  type,
  options,
  position: 'a0',
  key: null,
  deletedAt: null,
  ver: 1,
});
const select = column('singleSelect', {
  choices: [
    { id: hot, name: 'Hot', hue: 'red' },
    { id: cold, name: 'Cold', hue: 'blue' },
  ],
});
const entry = (over: Partial<Entry>): Entry => ({
  seq: 1,
  at: '2026-11-21T12:00:00.000Z',
  by: null,
  cause: null,
  kind: 'cell.set',
  col: select.id,
  old: null,
  new: null,
  ...over,
});

describe('causeWords', () => {
  it('says nothing of a person’s own edit and names every known cause', () => {
    expect(causeWords(null)).toBeNull();
    expect(causeWords('import:01')).toBe('by an import');
    expect(causeWords('rule:01')).toBe('by an automation');
    expect(causeWords('setup')).toBe('when the workspace was set up');
  });
  it('shows an unknown cause by its own word, without its id', () => {
    expect(causeWords('robot:77')).toBe('by robot');
  });
});

describe('changeOf', () => {
  it('shows values as the column does', () => {
    expect(changeOf(entry({ old: cold, new: hot }), select, ctx)).toEqual({
      what: 'value',
      before: 'Cold',
      after: 'Hot',
    });
    expect(changeOf(entry({ old: cold, new: null }), select, ctx)).toMatchObject({ after: '' });
  });
  it('shows only what was added to a text, or taken from it', () => {
    const text = column('longText');
    const added = entry({ kind: 'note.append', old: 'a\nb', new: 'a\nb\nc' });
    expect(changeOf(added, text, ctx)).toEqual({ what: 'line', added: true, text: 'c' });
    expect(changeOf({ ...added, old: null, new: 'c' }, text, ctx)).toEqual({
      what: 'line',
      added: true,
      text: 'c',
    });
    const taken = entry({ kind: 'note.remove', old: 'a\nb', new: 'a' });
    expect(changeOf(taken, text, ctx)).toEqual({ what: 'line', added: false, text: 'b' });
  });
  it('takes a text that merely begins alike for another text', () => {
    expect(changeOf(entry({ old: 'Berlin', new: 'Berlin West' }), column('text'), ctx).what).toBe('value');
  });
  it('names the one member of a list that came or went', () => {
    const many = { ...select, type: 'multiSelect' } as const;
    expect(changeOf(entry({ kind: 'set.add', old: [cold], new: [cold, hot] }), many, ctx)).toEqual({
      what: 'line',
      added: true,
      text: 'Hot',
    });
    expect(changeOf(entry({ kind: 'set.remove', old: [cold, hot], new: [hot] }), many, ctx)).toEqual({
      what: 'line',
      added: false,
      text: 'Cold',
    });
  });
  it('says what happened to the whole row', () => {
    expect(changeOf(entry({ kind: 'row.del', col: null }), undefined, ctx)).toEqual({
      what: 'row',
      words: 'archived the investor',
    });
  });
});

describe('pastText', () => {
  it('shows what the column of today cannot', () => {
    expect(pastText('gone', select, ctx)).toBe('gone');
    expect(pastText(true, column('text'), ctx)).toBe('Ticked');
    expect(pastText({ amount: 100, status: 'soft' }, undefined, ctx)).toBe('100');
  });
});
