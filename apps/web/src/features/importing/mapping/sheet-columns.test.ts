import { type LoggedOp, newId, ColumnId, type Op } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';
import { foldColumns } from './sheet-columns.ts';
import { column } from './testing.ts';

const AT = '2026-01-01T00:00:00.000Z';
const logged = (...ops: Op[]): LoggedOp[] =>
  ops.map((op, i) => ({ seq: i + 1, op, clientId: null, mid: null, by: null, at: AT, cause: null }));

describe('foldColumns', () => {
  it('follows what happened to the columns, in sheet order', () => {
    const [stage, size, old] = [
      column('Stage', { position: 'a2' }),
      column('Size', { position: 'a3' }),
      column('Old', { position: 'a4', deletedAt: AT }),
    ];
    const name = column('Name', { position: 'a1' });
    const folded = foldColumns(
      [stage, size, old],
      logged(
        { t: 'col.add', column: name },
        { t: 'col.set', col: stage.id, patch: { name: 'Step' } },
        { t: 'col.retype', col: size.id, type: 'number', options: { precision: 0 } },
        { t: 'col.del', col: size.id },
        { t: 'col.restore', col: old.id },
        { t: 'col.del', col: newId(ColumnId) },
      ),
    );
    expect(folded.map((one) => [one.name, one.type, one.deletedAt])).toEqual([
      ['Name', 'text', null],
      ['Step', 'text', null],
      ['Size', 'number', AT],
      ['Old', 'text', null],
    ]);
  });
});

describe('linesOf', () => {
  it('puts lines together that came in pieces, letters of several bytes too', async () => {
    const bytes = new TextEncoder().encode('één\ntwö\n\nlast');
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const lines: string[] = [];
    for await (const line of linesOf(stream)) lines.push(line);
    expect(lines).toEqual(['één', 'twö', '', 'last']);
  });
});
