import { count, figure } from '../parts/words.ts';

/** How many rows were done at an instant, in milliseconds. */
export type Sample = { readonly at: number; readonly done: number };

/** Over how long the rate is taken, in milliseconds: short enough to follow, long enough to be calm. */
const WINDOW_MS = 10_000;

/** The samples with a new one, without those that are too old to count. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at, done }) => sample.at - at <= WINDOW_MS && done <= sample.done), sample];
}

/** Rows per second; null before there is anything to tell it from. */
export function rateOf(samples: readonly Sample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 400 || last.done === first.done) return null;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** `1,200 of 6,000 rows · 850 rows/s · 6 s left`, as far as it is known. */
export function progressWords(done: number, total: number, rate: number | null): string {
  const words = [`${figure(done)} of ${count(total, 'row', 'rows')}`];
  if (rate !== null && rate > 0) {
    words.push(`${figure(Math.max(1, Math.round(rate)))} rows/s`);
    if (done < total) words.push(`${leftWords((total - done) / rate)} left`);
  }
  return words.join(' · ');
}

function leftWords(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  return whole < 100 ? `${whole} s` : `${figure(Math.ceil(whole / 60))} min`;
}
