import { createLocalSession } from '@crm/grid/sync';
import type { CellValue, Column } from '@crm/shared';
import { ColumnId, ColumnType, EMPTY_VIEW, InvestorId, newId } from '@crm/shared';
import type { ColumnContext } from '@crm/grid/columns';
import { describe, expect, it } from 'vitest';
import { addLines, choicesProblem, moveChoice, newChoice } from './choices.ts';
import { editOps, lostByOptions } from './column-edit.ts';
import { nameProblem, orderWith } from './column-ops.ts';
import { choiceUse } from './option-use.ts';
import { previewRetype, previewWords } from './retype-preview.ts';
import { TYPE_EXPLAINED } from './type-words.ts';

const ctx: ColumnContext = {
  locale: 'en-US',
  timeZone: 'UTC',
  now: new Date('2026-11-21T12:00:00Z'),
  person: () => undefined,
  people: () => [],
  contact: () => undefined,
  findContacts: () => [],
};
const [hot, cold, dead] = ['Hot', 'Cold', 'Dead'].map(newChoice);
if (!hot || !cold || !dead) throw new Error('no choices');
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
const sheet = (of: Column, values: readonly CellValue[]) =>
  createLocalSession(
    [of],
    values.map((value, i) => ({
      id: newId(InvestorId),
      position: `a${i}`,
      values: value === null ? {} : { [of.id]: value },
    })),
  );
const valuesOf = (session: ReturnType<typeof sheet>, of: Column) =>
  Array.from({ length: session.view.slotCount }, (_, slot) => session.view.value(slot, of.id));

describe('choices', () => {
  it('takes a pasted list, without doubles and blanks', () => {
    const list = addLines([hot], 'hot\n Warm \n\nCold\twarm');
    expect(list.map((choice) => choice.name)).toEqual(['Hot', 'Warm', 'Cold']);
    expect(new Set(list.map((choice) => choice.hue)).size).toBeGreaterThan(1);
  });
  it('moves one and keeps all', () => {
    expect(moveChoice([hot, cold, dead], 0, 2)).toEqual([cold, dead, hot]);
    expect(moveChoice([hot, cold, dead], 2, -4)).toEqual([dead, hot, cold]);
    expect(moveChoice([hot], 5, 0)).toEqual([hot]);
  });
  it('finds an empty name and a double one', () => {
    expect(choicesProblem([hot, cold])).toBeNull();
    expect(choicesProblem([hot, { ...cold, name: ' ' }])).toMatchObject({ id: cold.id });
    expect(choicesProblem([hot, { ...cold, name: 'HOT ' }])).toMatchObject({ id: cold.id });
  });
});

describe('editOps', () => {
  const single = column('singleSelect', { choices: [hot, cold, dead] });
  const many = column('multiSelect', { choices: [hot, cold, dead] });
  it('does nothing when nothing is changed', () => {
    const session = sheet(single, [hot.id]);
    expect(editOps(session.view, single, { ...single, name: ' Stage ' })).toEqual([]);
    session.close();
  });
  it('clears the cells of a choice that is taken away, and one undo brings them back', () => {
    const session = sheet(single, [hot.id, cold.id, hot.id]);
    expect(lostByOptions(single, { choices: [cold] }, choiceUse(session.view, single))).toBe(2);
    const ops = editOps(session.view, single, {
      name: 'Phase',
      type: single.type,
      options: { choices: [cold] },
    });
    session.commit(ops, 'Edit');
    expect(valuesOf(session, single)).toEqual([null, cold.id, null]);
    expect(session.view.column(single.id)).toMatchObject({ name: 'Phase', options: { choices: [cold] } });
    session.undo();
    expect(valuesOf(session, single)).toEqual([hot.id, cold.id, hot.id]);
    session.close();
  });
  it('takes only that choice out of a list', () => {
    const session = sheet(many, [[hot.id, cold.id], [hot.id]]);
    session.commit(editOps(session.view, many, { ...many, options: { choices: [cold, dead] } }), 'Edit');
    expect(valuesOf(session, many)).toEqual([[cold.id], null]);
    session.close();
  });
});

describe('previewRetype', () => {
  it('counts what is kept, read differently and lost, archived investors too', () => {
    const text = column('text');
    const session = sheet(text, ['12', '1.5M', 'soon', null, 'later']);
    session.commit([{ t: 'row.del', row: session.view.rowAt(4).id }], 'Archive');
    const plan = previewRetype(session.view, text, { type: 'number', options: {} }, ctx);
    expect([plan.kept, plan.changed, plan.lost]).toEqual([1, 1, 2]);
    expect(plan.samples.find((sample) => sample.before === 'soon')?.after).toBeNull();
    expect(previewWords(plan)).toBe('Of 4 values 1 stay as they are, 1 read differently, 2 are lost.');
    session.close();
  });
  it('loses everything to a type that fills itself in', () => {
    const text = column('text');
    const session = sheet(text, ['a', 'b']);
    expect(previewRetype(session.view, text, { type: 'autonumber', options: {} }, ctx).lost).toBe(2);
    session.close();
  });
  it('says so when there is nothing to lose', () => {
    expect(previewWords({ kept: 0, changed: 0, lost: 0 })).toBe('The column is empty: nothing is changed.');
  });
});

describe('columns', () => {
  const text = column('text');
  it('wants a name of its own', () => {
    expect(nameProblem(' ', [])).toBe('Give the column a name.');
    expect(nameProblem('STAGE', [text])).toBe('There is a column “Stage” already.');
    expect(nameProblem('stage', [text], text.id)).toBeNull();
    expect(nameProblem('x'.repeat(201), [])).not.toBeNull();
  });
  it('puts a new column behind another in a view with an order of its own', () => {
    const [a, b, fresh] = [newId(ColumnId), newId(ColumnId), newId(ColumnId)];
    const config = { ...EMPTY_VIEW, order: [a, b] };
    expect(orderWith(config, fresh, a).order).toEqual([a, fresh, b]);
    expect(orderWith(config, fresh, null)).toBe(config);
    expect(orderWith(EMPTY_VIEW, fresh, a)).toBe(EMPTY_VIEW);
  });
  it('explains every type', () => {
    expect(Object.keys(TYPE_EXPLAINED).toSorted()).toEqual([...ColumnType.options].toSorted());
  });
});
