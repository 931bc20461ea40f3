import type { CellDiff, Problem, Receipt } from '@crm/shared/contract/importing';
import type { z } from 'zod';

type Diff = z.infer<typeof CellDiff>;

const MAX_DIFF = 2000;
const MAX_PROBLEMS = 10_000;

/** Keeps the account of an import: every filled cell of the file is counted exactly once. */
export class Ledger {
  readonly rows = { read: 0, new: 0, changed: 0, unchanged: 0, problem: 0 };
  readonly cells = { read: 0, imported: 0, changedInMeaning: 0, rejected: 0 };
  readonly diff: Diff[] = [];
  readonly rejectedLines = new Set<number>();
  diffTotal = 0;
  conflicts = 0;
  readonly #problems: z.infer<typeof Problem>[] = [];

  /** A filled cell that was taken; `note` = it changed its meaning on the way. */
  took(note: string | undefined): void {
    this.cells.read += 1;
    if (note === undefined) this.cells.imported += 1;
    else this.cells.changedInMeaning += 1;
  }

  /** A filled cell that was not taken. */
  refused(line: number, column: string, value: string, reason: string): void {
    this.cells.read += 1;
    this.cells.rejected += 1;
    this.rejectedLines.add(line);
    this.#tell({ row: line, column, value, reason });
  }

  /** All filled cells of a column that the mapping leaves out: one problem for all. */
  skipped(column: string, cells: number, firstLine: number): void {
    this.cells.read += cells;
    this.cells.rejected += cells;
    const reason = `The column is left out: ${cells} ${cells === 1 ? 'cell' : 'cells'}.`;
    this.#tell({ row: firstLine, column, value: '', reason });
  }

  show(diff: Diff): void {
    this.diffTotal += 1;
    if (this.diff.length < MAX_DIFF) this.diff.push(diff);
    if (diff.kind === 'conflict') this.conflicts += 1;
  }

  receipt(columns: Receipt['columns']): Receipt {
    return { rows: this.rows, cells: this.cells, columns, problems: this.#problems };
  }

  #tell(problem: z.infer<typeof Problem>): void {
    if (this.#problems.length < MAX_PROBLEMS)
      this.#problems.push({ ...problem, value: problem.value.slice(0, 500) });
  }
}
