import { ClientId, ColumnId, Contact, InvestorId, newId, random128 } from '@crm/shared';
import type { CellValue, Column, Op } from '@crm/shared';
import { array, assert, constant, constantFrom, oneof, option, property, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySheet } from '../sheet/memory-sheet.ts';
import { Overlay } from '../sheet/overlay.ts';
import { ANY_TYPES } from '../sync/testing/loopback.ts';
import { applyOp, checkOp, invertOp, resolveOp } from './index.ts';

const [me, other] = [random128(ClientId), random128(ClientId)];
const AT = '2026-03-02T09:00:00.000Z';
const column = (type: Column['type'], position: string, more: Partial<Column> = {}): Column => ({
  id: newId(ColumnId),
  name: type,
  type,
  options: {},
  position,
  key: null,
  deletedAt: null,
  ver: 0,
  ...more,
});
const text = column('text', 'a0', { key: 'name' });
const notes = column('longText', 'a1');
const tags = column('multiSelect', 'a2');
const people = column('contacts', 'a3');
const made = column('createdTime', 'a4');
const row = newId(InvestorId);
const ann: Contact = {
  id: newId(Contact.shape.id),
  name: 'Ann',
  title: '',
  phone: '',
  addresses: [],
  deletedAt: null,
};

/** A sheet with one row, whose name was written by another tab as op 7. */
function sheet() {
  const memory = new MemorySheet();
  let seq = 0;
  const write = (op: Op, clientId: ClientId | null = other) =>
    applyOp(memory, resolveOp(memory, op, { by: null, at: AT }, ANY_TYPES), {
      seq: ++seq,
      by: null,
      at: AT,
      clientId,
    });
  for (const item of [text, notes, tags, people, made]) write({ t: 'col.add', column: item });
  write({ t: 'row.add', row, position: 'a0', values: {} });
  write({ t: 'cell.set', row, col: text.id, value: 'Theirs', ifVer: 0 });
  write({ t: 'contact.put', contact: ann });
  return { memory, write };
}
const set = (value: CellValue, ifVer: number, col = text.id): Op => ({
  t: 'cell.set',
  row,
  col,
  value,
  ifVer,
});
const verdict = (op: Op, of = sheet().memory) => checkOp(of, op, me, ANY_TYPES);
const refusal = (reason: string) => expect.objectContaining({ kind: 'refused', reason });

describe('checking an op', () => {
  it('OP1 lets a guarded write through over the version seen, over an own write, and for an equal value', () => {
    expect(verdict(set('Mine', 7)).kind).toBe('ok');
    expect(verdict(set('Theirs', 3)).kind).toBe('ok');
    expect(verdict(set('Mine', 6))).toEqual({
      kind: 'conflict',
      conflicts: [{ row, col: text.id, theirs: 'Theirs', ver: 7 }],
    });
    const { memory, write } = sheet();
    write(set('Mine', 7), me);
    expect(verdict(set('Again', 0), memory).kind).toBe('ok');
  });

  it('OP2 -1 goes over own writes alone', () => {
    expect(verdict(set('Mine', -1)).kind).toBe('conflict');
    const { memory, write } = sheet();
    write(set('Mine', 7), me);
    expect(verdict(set('Again', -1), memory).kind).toBe('ok');
  });

  it('OP3 names what is missing or deleted', () => {
    const { memory, write } = sheet();
    expect(verdict({ ...set(1, 0), row: newId(InvestorId) } as Op)).toEqual(refusal('unknown_row'));
    expect(verdict(set(1, 0, newId(ColumnId)))).toEqual(refusal('unknown_column'));
    write({ t: 'col.del', col: notes.id });
    expect(verdict(set('x', 0, notes.id), memory)).toEqual(refusal('column_deleted'));
    write({ t: 'row.del', row });
    expect(verdict(set('x', 0), memory)).toEqual(refusal('row_deleted'));
    expect(verdict({ t: 'row.move', row, position: 'z' }, memory)).toEqual(refusal('row_deleted'));
  });

  it('OP4 OP5 refuses computed columns, invalid and large values, and contacts that do not exist', () => {
    expect(verdict(set(AT, 0, made.id))).toEqual(refusal('read_only'));
    expect(verdict(set('x'.repeat(40_000), 0, notes.id))).toEqual(refusal('too_large'));
    expect(verdict(set([ann.id], 0, people.id)).kind).toBe('ok');
    expect(verdict(set([ann.id, ann.id], 0, people.id))).toEqual(refusal('invalid_value'));
    expect(verdict(set([newId(Contact.shape.id)], 0, people.id))).toEqual(refusal('not_found'));
    const strict = { ...ANY_TYPES, validate: () => 'No.' };
    expect(checkOp(sheet().memory, set('x', 7), me, strict)).toEqual({
      kind: 'refused',
      reason: 'invalid_value',
      detail: 'No.',
    });
  });

  it('OP6 OP7 keeps lines to text and members to lists', () => {
    expect(verdict({ t: 'note.append', row, col: tags.id, text: 'x' })).toEqual(refusal('invalid_value'));
    expect(verdict({ t: 'set.add', row, col: notes.id, item: 'x' })).toEqual(refusal('invalid_value'));
    expect(verdict({ t: 'note.remove', row, col: text.id, text: 'Their' })).toEqual(refusal('not_found'));
  });

  it('OP8 refuses ids that exist, and takes repeated deletes and restores', () => {
    expect(verdict({ t: 'row.add', row, position: 'a', values: {} })).toEqual(refusal('exists_already'));
    expect(verdict({ t: 'col.add', column: text })).toEqual(refusal('exists_already'));
    expect(verdict({ t: 'row.restore', row }).kind).toBe('ok');
    const { memory, write } = sheet();
    write({ t: 'row.del', row });
    expect(verdict({ t: 'row.del', row }, memory).kind).toBe('ok');
  });

  it('OP9 the undo of adding conflicts with what another tab has written since', () => {
    expect(verdict({ t: 'row.del', row, ifVer: 6 }).kind).toBe('conflict');
    expect(verdict({ t: 'row.del', row, ifVer: 7 }).kind).toBe('ok');
    expect(verdict({ t: 'col.del', col: notes.id, ifVer: 1 }).kind).toBe('ok');
  });

  it('OP10 keeps the type of built-in columns', () => {
    expect(verdict({ t: 'col.retype', col: text.id, type: 'number', options: {} })).toEqual(
      refusal('read_only'),
    );
    expect(verdict({ t: 'col.retype', col: notes.id, type: 'commitment', options: {} })).toEqual(
      refusal('invalid_value'),
    );
    expect(verdict({ t: 'col.del', col: text.id })).toEqual(refusal('read_only'));
  });
});

describe('resolving an op', () => {
  it('OP13 replaces what its sender may not claim', () => {
    const { memory } = sheet();
    const claimed = { ...column('text', 'b'), ver: 99, deletedAt: AT };
    const resolved = resolveOp(memory, { t: 'col.add', column: claimed }, { by: null, at: AT }, ANY_TYPES);
    expect(resolved).toMatchObject({ column: { ver: 0, deletedAt: null } });
  });
});

const ids = [row, ...Array.from({ length: 3 }, () => newId(InvestorId))];
const anyRow = constantFrom(...ids);
const word = constantFrom('a', 'b', 'a\nb', 'c');
const anyOp: Arbitrary<Op> = oneof(
  record({
    t: constant('cell.set' as const),
    row: anyRow,
    col: constantFrom(text.id, notes.id),
    value: option(word),
    ifVer: constant(0),
  }),
  record({
    t: constantFrom('note.append' as const, 'note.remove' as const),
    row: anyRow,
    col: constant(notes.id),
    text: word,
  }),
  record({
    t: constantFrom('set.add' as const, 'set.remove' as const),
    row: anyRow,
    col: constant(tags.id),
    item: constantFrom('x', 'y'),
  }),
  record({ t: constant('row.add' as const), row: anyRow, position: word, values: constant({}) }),
  record({ t: constantFrom('row.del' as const, 'row.restore' as const), row: anyRow }),
  record({ t: constant('row.move' as const), row: anyRow, position: word }),
  record({
    t: constantFrom('col.del' as const, 'col.restore' as const),
    col: constantFrom(notes.id, tags.id),
  }),
  record({
    t: constant('col.set' as const),
    col: constantFrom(notes.id, tags.id),
    patch: record({ name: word }),
  }),
);

function loosely(value: CellValue): unknown {
  if (typeof value === 'string') return value.split('\n').filter(Boolean).toSorted();
  return Array.isArray(value) ? value.toSorted() : (value ?? []);
}

/** What people see of a sheet: live rows and columns with their values, lists and lines in no particular order. */
function shown(of: MemorySheet | Overlay): unknown {
  const columns = [...of.allColumns()]
    .filter((item) => item.deletedAt === null)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    columns: columns.map(({ id, name, position }) => [id, name, position]),
    rows: ids.flatMap((id) => {
      const meta = of.row(id);
      if (!meta || meta.deletedAt !== null) return [];
      return [[id, meta.position, columns.map((item) => loosely(of.cell(id, item.id).value))]];
    }),
  };
}

describe('applying and inverting', () => {
  it('OP11 OP12 SH2 any allowed op, and after it its inverse, over an overlay that leaves the base alone', () => {
    assert(
      property(array(anyOp, { maxLength: 30 }), (ops) => {
        const { memory } = sheet();
        const before = JSON.stringify(shown(memory));
        const overlay = new Overlay(memory);
        const careless = new Overlay(memory);
        for (const op of ops) applyOp(careless, op, { seq: -1, by: null, at: AT, clientId: me });
        const apply = (op: Op) => applyOp(overlay, op, { seq: -1, by: null, at: AT, clientId: me });
        for (const op of ops) {
          if (checkOp(overlay, op, me, ANY_TYPES).kind === 'refused') continue;
          const seen = JSON.stringify(shown(overlay));
          const inverse = invertOp(overlay, op);
          apply(op);
          const after = JSON.stringify(shown(overlay));
          for (const back of inverse) apply(back);
          expect(JSON.stringify(shown(overlay))).toBe(seen);
          apply(op.t === 'row.add' ? { t: 'row.restore', row: op.row } : op);
          expect(JSON.stringify(shown(overlay))).toBe(after);
        }
        expect(JSON.stringify(shown(memory))).toBe(before);
        overlay.clear();
        expect(JSON.stringify(shown(overlay))).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('OP6 two added lines are both kept, whatever their order, and each can be taken away', () => {
    const append = (line: string): Op => ({ t: 'note.append', row, col: notes.id, text: line });
    const { memory, write } = sheet();
    write(append('one\ntwo'));
    write(append('three'), me);
    write({ t: 'note.remove', row, col: notes.id, text: 'one\ntwo' });
    expect(memory.cell(row, notes.id).value).toBe('three');
  });
});
