import { PROTOCOL_VERSION } from '@crm/shared';
import type { Column, Epoch } from '@crm/shared';
import { open, type FileHandle } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { encodeRows, PieceEncoder } from './snapshot-encode.rules.ts';
import type { RowKey, SourceCell, SourceRow } from './snapshot-encode.rules.ts';
import type { SnapshotSource } from './snapshot-source.store.ts';

/** Rows per piece of a column: reading one takes a few milliseconds, and so does parsing it in a browser. */
const PIECE_ROWS = 4_000;
/** Rows that are sent with their cells before everything else. */
const FIRST_ROWS = 100;

/** Bytes of the file that hold one part of the snapshot: whole lines. */
export interface Part {
  readonly kind: 'meta' | 'rows' | 'contacts' | 'col';
  readonly col: string | null;
  readonly start: number;
  readonly end: number;
}

/** A snapshot that was written to a file. */
export interface BuiltSnapshot {
  readonly epoch: Epoch;
  readonly seq: number;
  readonly rowCount: number;
  /** JSON of what it says about the workspace. */
  readonly facts: string;
  /** In the order in which they are sent, when nobody asks for another. */
  readonly parts: readonly Part[];
}

/** Writes a snapshot as lines, in steps that leave the event loop free in between (protocol §5.2). */
export async function writeSnapshot(source: SnapshotSource, path: string): Promise<BuiltSnapshot> {
  const file = await open(path, 'w', 0o600);
  try {
    return await new SnapshotWriter(source, file).write();
  } finally {
    await file.close();
  }
}

class SnapshotWriter {
  readonly #source: SnapshotSource;
  readonly #file: FileHandle;
  readonly #parts: Part[] = [];
  #position = 0;

  constructor(source: SnapshotSource, file: FileHandle) {
    this.#source = source;
    this.#file = file;
  }

  async write(): Promise<BuiltSnapshot> {
    const { epoch, seq } = this.#source;
    const columns = this.#source.columns();
    const people = new Map(this.#source.people().map((id, index) => [id as string, index]));
    const rows: SourceRow[] = [];
    for (const row of this.#source.rows()) {
      rows.push(row);
      if (rows.length % PIECE_ROWS === 0) await nextTurn();
    }
    await this.#part('meta', null, [this.#meta(columns, people, rows.length)]);
    await this.#part('rows', null, [`{"t":"rows","rows":${encodeRows(rows, people)}}\n`]);
    await this.#contacts();
    const keys: RowKey[] = rows.map(({ id, ver }) => ({ id, ver }));
    rows.length = 0;
    for (const column of columns.toSorted((a, b) => weightOf(a) - weightOf(b)))
      await this.#part('col', column.id, this.#pieces(column.id, keys));
    const facts = JSON.stringify(this.#source.workspace);
    return { epoch, seq, rowCount: keys.length, facts, parts: this.#parts };
  }

  #meta(columns: readonly Column[], people: ReadonlyMap<string, number>, rowCount: number): string {
    const { epoch, seq, lastNumber, workspace } = this.#source;
    const first = this.#source.firstRows(FIRST_ROWS);
    const cells = columns
      .filter((column) => column.deletedAt === null)
      .map((column) => {
        const piece = new PieceEncoder();
        for (const row of first) piece.add(row, this.#source.cell(column.id, row.id));
        return `{${piece.encode(column.id, 0, false)}}`;
      });
    const head = {
      t: 'meta',
      protocol: PROTOCOL_VERSION,
      epoch,
      seq,
      lastNumber,
      rowCount,
      columns,
      workspace,
    };
    const rest = `"people":${JSON.stringify([...people.keys()])},"firstRows":${encodeRows(first, people)},"firstCells":[${cells.join(',')}]`;
    return `${JSON.stringify(head).slice(0, -1)},${rest}}\n`;
  }

  async #contacts(): Promise<void> {
    const lines: string[] = [];
    let batch: string[] = [];
    for (const contact of this.#source.contacts()) {
      batch.push(JSON.stringify(contact));
      if (batch.length < PIECE_ROWS) continue;
      lines.push(`{"t":"contacts","contacts":[${batch.join(',')}]}\n`);
      batch = [];
      await nextTurn();
    }
    lines.push(`{"t":"contacts","contacts":[${batch.join(',')}]}\n`);
    await this.#part('contacts', null, lines);
  }

  /** Rows and cells come in the same order, so that they are joined as they come. */
  *#pieces(col: string, rows: readonly RowKey[]): Generator<string> {
    const cells = this.#source.cells(col);
    let cell: SourceCell | undefined = nextOf(cells);
    for (let from = 0; from === 0 || from < rows.length; from += PIECE_ROWS) {
      const piece = new PieceEncoder();
      const until = Math.min(from + PIECE_ROWS, rows.length);
      for (const row of rows.slice(from, until)) {
        const here = cell?.rowId === row.id ? cell : undefined;
        piece.add(row, here);
        if (here) cell = nextOf(cells);
      }
      yield `{"t":"col",${piece.encode(col, from, until >= rows.length)}}\n`;
    }
    cells.return?.();
  }

  async #part(kind: Part['kind'], col: string | null, lines: Iterable<string>): Promise<void> {
    const start = this.#position;
    for (const line of lines) {
      const bytes = Buffer.from(line);
      await this.#file.write(bytes, 0, bytes.length, this.#position);
      this.#position += bytes.length;
      await nextTurn();
    }
    this.#parts.push({ kind, col, start, end: this.#position });
  }
}

/** Short values first, long text and what is deleted last. */
function weightOf(column: Column): number {
  return (column.deletedAt === null ? 0 : 2) + (column.type === 'longText' ? 1 : 0);
}

function nextOf<T>(items: IterableIterator<T>): T | undefined {
  const next: IteratorResult<T, unknown> = items.next();
  return next.done === true ? undefined : next.value;
}
