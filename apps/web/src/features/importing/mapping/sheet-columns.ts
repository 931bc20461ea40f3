import { ClientId, Column, Epoch, LoggedOp, PROTOCOL_VERSION, random128 } from '@crm/shared';
import { z } from 'zod';
import { rpc } from '../../../rpc.ts';
import { linesOf } from './lines.ts';

/** What the snapshot begins with; its columns stand as of `seq`. */
const Head = z.object({
  t: z.literal('meta'),
  epoch: Epoch,
  seq: z.number().int(),
  columns: z.array(Column),
});
const OpsLine = z.object({ t: z.literal('ops'), ops: z.array(LoggedOp) });

/**
 * The columns of the sheet as they are now, deleted ones too. Of the snapshot only the first line is fetched, and from the
 * log what came since; only where that is too much, the snapshot is read to its end.
 */
export async function readSheetColumns(signal?: AbortSignal): Promise<Column[]> {
  const answer = await fetch('/sheet/snapshot', {
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok || !answer.body) throw new Error('The sheet could not be read.');
  const lines = linesOf(answer.body);
  try {
    const first = await lines.next();
    const { epoch, seq, columns } = Head.parse(JSON.parse(first.done ? '' : first.value));
    const ops = (await opsSince(epoch, seq)) ?? (await opsIn(lines));
    return foldColumns(columns, ops);
  } finally {
    await lines.return(undefined);
  }
}

/** What happened after `seq`; null when that is too much to be told. */
async function opsSince(epoch: Epoch, seq: number): Promise<LoggedOp[] | null> {
  const events = await rpc.fundraising.opsSince.query({
    protocol: PROTOCOL_VERSION,
    epoch,
    clientId: random128(ClientId),
    since: seq,
  });
  if (events.some(({ t }) => t === 'resync')) return null;
  return events.flatMap((event) => (event.t === 'ops' ? event.ops : []));
}

async function opsIn(lines: AsyncIterable<string>): Promise<LoggedOp[]> {
  const ops: LoggedOp[] = [];
  for await (const line of lines) {
    if (line.startsWith('{"t":"ops"')) ops.push(...OpsLine.parse(JSON.parse(line)).ops);
  }
  return ops;
}

/** The columns after the ops. */
export function foldColumns(columns: readonly Column[], ops: readonly LoggedOp[]): Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const change = (id: Column['id'], next: (column: Column) => Column) => {
    const column = byId.get(id);
    if (column) byId.set(id, next(column));
  };
  for (const { op, at } of ops) {
    switch (op.t) {
      case 'col.add':
        byId.set(op.column.id, op.column);
        break;
      case 'col.set':
        change(op.col, (column) => ({ ...column, ...op.patch }));
        break;
      case 'col.retype':
        change(op.col, (column) => ({ ...column, type: op.type, options: op.options }));
        break;
      case 'col.del':
        change(op.col, (column) => ({ ...column, deletedAt: at }));
        break;
      case 'col.restore':
        change(op.col, (column) => ({ ...column, deletedAt: null }));
        break;
      default:
    }
  }
  return [...byId.values()].toSorted((a, b) => (a.position < b.position ? -1 : 1));
}

/** How the columns are asked for by React Query. */
export const sheetColumnsQuery = {
  queryKey: ['importing', 'columns'],
  queryFn: ({ signal }: { signal: AbortSignal }) => readSheetColumns(signal),
  // Choosing a file reads them a moment before the next step does.
  staleTime: 5_000,
};
