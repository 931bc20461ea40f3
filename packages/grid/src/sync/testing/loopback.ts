import { MAX_CATCH_UP_OPS, PROTOCOL_VERSION, sameValue } from '@crm/shared';
import type {
  CellConflict,
  ClientId,
  Column,
  Epoch,
  InvestorId,
  LoggedOp,
  MutationResult,
  Op,
  PushInput,
  PushOutput,
  StreamEvent,
  UserId,
} from '@crm/shared';
import { applyOp, checkOp, resolveOp } from '../../ops/index.ts';
import type { Types } from '../../ops/index.ts';
import { MemorySheet } from '../../sheet/memory-sheet.ts';
import { Overlay } from '../../sheet/overlay.ts';
import type { StreamHandlers, StreamStart, Transport } from '../ports.ts';
import { TransportError } from '../ports.ts';

/** Every value is valid and keeps its form: what is tested here is not the column types. */
export const ANY_TYPES: Types = {
  validate: () => null,
  retype: (cells, _from, to) => ({
    options: to.options,
    values: new Map([...cells].map(([row]) => [row, null])),
  }),
};

/** A server in memory that answers at once, and can be told to fail. For tests of the session alone. */
export class LoopbackServer {
  readonly log: LoggedOp[] = [];
  readonly pushes: PushInput[] = [];
  /** What the next push comes to instead of being done. */
  next: TransportError | PushOutput | null = null;
  sheet = new MemorySheet();
  epoch: Epoch;
  readonly #lastMid = new Map<ClientId, number>();
  readonly #streams = new Set<{ handlers: StreamHandlers; clientId: ClientId }>();

  constructor(epoch: Epoch, columns: readonly Column[]) {
    this.epoch = epoch;
    for (const column of columns) this.write({ t: 'col.add', column });
  }

  /** An op of somebody else. `tell` = whether the streams hear of it. */
  write(
    op: Op,
    by: UserId | null = null,
    tell = true,
    clientId: ClientId | null = null,
    mid: number | null = null,
  ): void {
    const seq = this.log.length + 1;
    const at = new Date(Date.UTC(2026, 2, 2) + seq * 1000).toISOString();
    const resolved = resolveOp(this.sheet, op, { by, at }, ANY_TYPES);
    applyOp(this.sheet, resolved, { seq, by, at, clientId });
    const logged = { seq, op: resolved, clientId, mid, by, at, cause: null };
    this.log.push(logged);
    if (tell) this.tell({ t: 'ops', ops: [logged] });
  }

  tell(event: StreamEvent): void {
    // A stream that is opened in answer to the event begins with its own backlog.
    const open = [...this.#streams];
    for (const { handlers } of open) handlers.event(event);
  }

  cut(): void {
    const open = [...this.#streams];
    this.#streams.clear();
    for (const { handlers } of open) handlers.closed(new TransportError('OFFLINE', 'cut'));
  }

  transport(by: UserId): Transport {
    return {
      push: async (input) => this.#push(structuredClone(input), by),
      opsSince: async (start) => this.#backlog(start),
      presence: async () => ({ granted: true }),
      communications: async () => [],
      snapshot: () => this.#snapshot(),
      stream: (start, handlers) => {
        const open = { handlers, clientId: start.clientId };
        this.#streams.add(open);
        queueMicrotask(() => {
          for (const event of this.#backlog(start)) if (this.#streams.has(open)) handlers.event(event);
        });
        return () => void this.#streams.delete(open);
      },
    };
  }

  #push(input: PushInput, by: UserId): PushOutput {
    this.pushes.push(input);
    const { next } = this;
    this.next = null;
    if (next instanceof TransportError) throw next;
    if (next) return next;
    const head = () => this.log.length;
    if (input.epoch !== this.epoch)
      return { results: [], head: head(), stop: { code: 'EPOCH', epoch: this.epoch } };
    const results: MutationResult[] = [];
    for (const { mid, ops } of input.muts) {
      const last = this.#lastMid.get(input.clientId) ?? 0;
      if (mid !== last + 1) return { results, head: head(), stop: { code: 'GAP', expected: last + 1 } };
      this.#lastMid.set(input.clientId, mid);
      results.push(this.#apply(ops, mid, input.clientId, by));
    }
    return { results, head: head(), stop: null };
  }

  #apply(ops: readonly Op[], mid: number, clientId: ClientId, by: UserId): MutationResult {
    const trial = new Overlay(this.sheet);
    const conflicts: CellConflict[] = [];
    for (const [op, item] of ops.entries()) {
      const verdict = checkOp(trial, item, clientId, ANY_TYPES);
      if (verdict.kind === 'refused')
        return { status: 'rejected', mid, reason: verdict.reason, op, detail: verdict.detail };
      if (verdict.kind === 'conflict') {
        for (const seen of verdict.conflicts) {
          const writer = this.log[seen.ver - 1];
          conflicts.push({
            op,
            ...seen,
            by: writer?.by ?? null,
            at: writer?.at ?? new Date(0).toISOString(),
          });
        }
      }
      applyOp(trial, item, { seq: -1, by, at: new Date(0).toISOString(), clientId });
    }
    if (conflicts.length > 0) return { status: 'conflict', mid, conflicts };
    const seq = this.log.length + 1;
    for (const op of ops) this.write(op, by, false, clientId, mid);
    this.tell({ t: 'ops', ops: this.log.slice(seq - 1) });
    return { status: 'applied', mid, seq, count: ops.length };
  }

  #backlog({ epoch, since, protocol }: StreamStart): StreamEvent[] {
    if (epoch !== this.epoch || protocol !== PROTOCOL_VERSION) return [{ t: 'resync', reason: 'epoch' }];
    if (this.log.length - since > MAX_CATCH_UP_OPS) return [{ t: 'resync', reason: 'behind' }];
    const ops = this.log.slice(since);
    const beat: StreamEvent = { t: 'beat', epoch, head: this.log.length };
    return ops.length > 0 ? [{ t: 'ops', ops }, beat] : [beat];
  }

  /** An empty sheet and the whole log: the form differs from the real server's, the outcome does not. */
  async *#snapshot(): AsyncGenerator {
    const none = {
      ids: [],
      positions: [],
      numbers: [],
      vers: [],
      createdAt: [],
      updatedAt: [],
      deletedAt: [],
    };
    const rows = { ...none, createdBy: [], updatedBy: [] };
    yield {
      t: 'meta',
      protocol: PROTOCOL_VERSION,
      epoch: this.epoch,
      seq: 0,
      lastNumber: 0,
      rowCount: 0,
      columns: [],
      people: [],
      workspace: { name: 'Fund', timeZone: 'UTC', currency: 'USD' },
      firstRows: rows,
      firstCells: [],
    };
    yield { t: 'rows', rows };
    yield { t: 'ops', ops: structuredClone(this.log) };
    yield { t: 'end', seq: this.log.length };
  }

  /** Whether a cell holds a value. */
  holds(row: InvestorId, col: Column['id'], value: Parameters<typeof sameValue>[0]): boolean {
    return sameValue(this.sheet.cell(row, col).value, value);
  }
}
