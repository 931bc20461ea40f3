import type { BenchCell, BenchColumn } from '../../lib/data.ts';

/** What each contestant's page offers to the measuring script. */
export interface Peer {
  /** Puts the grid into `root` and resolves once its rows are painted. */
  mount(root: HTMLElement, columns: readonly BenchColumn[], rows: BenchCell[][]): Promise<void>;
  /** Sorts by the second column descending, then the first ascending, keeping one choice of the fourth. */
  sortAndFilter?(): void;
  /** Undoes `sortAndFilter`. */
  reset?(): void;
}

declare global {
  interface Window {
    bench: {
      ready: Promise<void>;
      sortAndFilter(): Promise<number>;
      reset(): Promise<void>;
    };
  }
}
