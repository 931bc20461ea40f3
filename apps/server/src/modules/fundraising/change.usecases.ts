import { applyOp, checkOp, resolveOp } from '@crm/grid';
import { MAX_CATCH_UP_OPS, random128, ClientId } from '@crm/shared';
import type { CellConflict, Column, LoggedOp, MutationResult, Op, RefusalReason, UserId } from '@crm/shared';
import { hash } from 'node:crypto';
import type { AppContext } from '../../context.ts';
import { appendAudit, type Actor } from '../../db/audit.ts';
import type { Writer } from '../../db/transaction.ts';
import { isDatabaseFault } from './fault.store.ts';
import { insertOp, readAuthor, readCounters, writeCounters } from './log.store.ts';
import type { Counters } from './log.store.ts';
import { placeOf, prevOf, subjectOf } from './prev.rules.ts';
import { StoredSheetWriter } from './sheet-writer.store.ts';
import { columnsStamp, readColumns } from './sheet.store.ts';
import { serverTypes } from './types.store.ts';

/** Who changes the sheet, and by which way. */
export interface Author {
  readonly actor: Actor;
  /** The tab, for changes that come from one. */
  readonly clientId: ClientId | null;
  readonly mid: number | null;
  /** What brought it: null for a person's own edit, else `import:<id>`, `state:<key>`, `rule:<id>` … */
  readonly cause: string | null;
  /** Where it came from: `web`, `cli`, `server`, `import` … */
  readonly source: string;
}

/** Columns as the last transaction left them, so that the next need not read and check them again. */
const keptColumns = new WeakMap<AppContext['bus'], { stamp: string; columns: readonly Column[] }>();

class Refusal extends Error {
  readonly result: MutationResult;
  constructor(result: MutationResult) {
    super(result.status);
    this.result = result;
  }
}

/**
 * The sheet inside one write transaction. Every way of changing it goes through `apply`: state, log, audit, derived rows
 * and counters change together or not at all (protocol §3.4).
 */
export class SheetChange {
  readonly sheet: StoredSheetWriter;
  readonly counters: Counters;
  /** The instant of the whole transaction. */
  readonly at: string;
  readonly #app: AppContext;
  readonly #tx: Writer;
  readonly #logged: LoggedOp[] = [];
  readonly #types;
  #head: number;
  #lastNumber: number;
  #by: UserId | null = null;

  constructor(app: AppContext, tx: Writer) {
    this.#app = app;
    this.#tx = tx;
    this.at = app.clock.now().toISOString();
    this.counters = readCounters(tx, app.workspaceId);
    this.#head = this.counters.headSeq;
    this.#lastNumber = this.counters.lastNumber;
    const stamp = `${this.counters.epoch}:${columnsStamp(tx)}`;
    const kept = keptColumns.get(app.bus);
    const columns = kept?.stamp === stamp ? kept.columns : readColumns(tx, app.workspaceId);
    this.sheet = new StoredSheetWriter(tx, app.workspaceId, columns, this.at, () => ++this.#lastNumber);
    this.#types = serverTypes(tx, this.sheet, app.clock.now());
  }

  get head(): number {
    return this.#head;
  }

  /**
   * Applies ops one after the other, all or none. The first refusal ends it; conflicts are gathered over all ops. A
   * mistake of ours is recorded as a refusal too, so that nobody sends the same edit for ever; faults of the disk are
   * thrown.
   */
  apply(ops: readonly Op[], author: Author): MutationResult {
    const mid = author.mid ?? 0;
    const before = { head: this.#head, number: this.#lastNumber, logged: this.#logged.length };
    const columns = ops.some((op) => op.t.startsWith('col.')) ? this.sheet.columnsNow() : null;
    try {
      this.#tx.savepoint(() => this.#applyAll(ops, author, mid));
      this.#by = author.actor.id;
      return { status: 'applied', mid, seq: before.head + 1, count: ops.length };
    } catch (error) {
      this.#head = before.head;
      this.#lastNumber = before.number;
      this.#logged.length = before.logged;
      if (columns) this.sheet.resetColumns(columns);
      if (error instanceof Refusal) return error.result;
      if (isDatabaseFault(error)) throw error;
      this.#app.log.error('While applying an edit', error);
      const detail = 'The server could not apply this edit.';
      return { status: 'rejected', mid, reason: 'invalid_value', op: 0, detail };
    }
  }

  /** Raises the counters and tells everyone once it is on disk. Call once, as the last act of the transaction. */
  finish(): void {
    if (this.#head === this.counters.headSeq) return;
    writeCounters(this.#tx, this.#app.workspaceId, {
      headSeq: this.#head,
      lastNumber: this.#lastNumber,
      updatedAt: this.at,
      updatedBy: this.#by,
    });
    const ops = this.#logged;
    const columns = this.sheet.columnsNow();
    const stamp = `${this.counters.epoch}:${columnsStamp(this.#tx)}`;
    this.#tx.afterCommit(() => {
      keptColumns.set(this.#app.bus, { stamp, columns });
      if (ops.length > MAX_CATCH_UP_OPS) this.#app.bus.publish('resync', 'import');
      else this.#app.bus.publish('ops', ops);
    });
  }

  #applyAll(ops: readonly Op[], author: Author, mid: number): void {
    // Changes without a tab are a chain of their own, which no tab can be part of.
    const chain = author.clientId ?? random128(ClientId);
    const conflicts: CellConflict[] = [];
    for (const [index, op] of ops.entries()) {
      const verdict = checkOp(this.sheet, op, chain, this.#types);
      if (verdict.kind === 'refused') throw refusal(mid, index, verdict.reason, verdict.detail);
      if (verdict.kind === 'conflict') {
        for (const seen of verdict.conflicts)
          conflicts.push({ op: index, ...seen, ...this.#writerOf(seen.ver) });
      } else if (conflicts.length === 0) this.#write(op, author);
    }
    if (conflicts.length > 0) throw new Refusal({ status: 'conflict', mid, conflicts });
  }

  #write(op: Op, author: Author): void {
    const { clientId, cause, actor, source } = author;
    const by = actor.id;
    const resolved = resolveOp(this.sheet, op, { by, at: this.at }, this.#types);
    const seq = ++this.#head;
    const logged: LoggedOp = { seq, op: resolved, clientId, mid: author.mid, by, at: this.at, cause };
    const body = JSON.stringify(resolved);
    const prev = JSON.stringify(prevOf(this.sheet, resolved));
    applyOp(this.sheet, resolved, { seq, by, at: this.at, clientId });
    insertOp(this.#tx, this.#app.workspaceId, { logged, body, prev, ...placeOf(resolved) });
    appendAudit(this.#tx, {
      workspaceId: this.#app.workspaceId,
      at: this.at,
      actor,
      action: op.t,
      subject: subjectOf(resolved),
      // The op holds the values; the hash ties them to the chain.
      detail: `{"sha256":"${hash('sha256', body, 'hex')}"}`,
      opSeq: seq,
      cause,
      source,
    });
    this.#logged.push(logged);
  }

  #writerOf(seq: number): { by: UserId | null; at: string } {
    return readAuthor(this.#tx, this.#app.workspaceId, seq) ?? { by: null, at: this.at };
  }
}

/** Runs `work` on the sheet in one transaction. */
export function changeSheet<T>(app: AppContext, work: (change: SheetChange, tx: Writer) => T): T {
  return app.db.write((tx) => {
    const change = new SheetChange(app, tx);
    const result = work(change, tx);
    change.finish();
    return result;
  });
}

function refusal(mid: number, op: number, reason: RefusalReason, detail: string): Refusal {
  return new Refusal({ status: 'rejected', mid, reason, op, detail });
}
