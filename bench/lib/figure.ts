import { loadavg } from 'node:os';

/** One figure of the table: its value beside its goal, and everything that a reader needs to judge it. */
export interface Figure {
  readonly value: number;
  readonly goal: number;
  readonly pass: boolean;
  readonly unit: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export type Figures = Record<string, Figure>;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A figure that passes when `value` is at most (`≤`) or at least (`≥`) its goal. The load of the run goes into `detail`. */
export function figure(
  value: number,
  relation: '≤' | '≥',
  goal: number,
  unit: string,
  detail: Record<string, unknown>,
): Figure {
  return {
    value: rounded(value),
    goal,
    pass: relation === '≤' ? value <= goal : value >= goal,
    unit,
    detail: { relation, ...detail, load1: rounded(loadavg()[0] ?? 0) },
  };
}

/** Nearest-rank percentile, `p` in 0–100. NaN for an empty list. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The values as whole hundredths, for `detail`. */
export const brief = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 100) / 100);
