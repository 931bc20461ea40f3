/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import type { Faults } from './faults.ts';
import { run } from './world.ts';

/** Runs of the main test; the environment of the test process may ask for more. */
const RUNS = Number(import.meta.env['CRM_FUZZ_RUNS'] ?? 60);
const FIRST_SEED = Number(import.meta.env['CRM_FUZZ_SEED'] ?? 1);
const STEPS = 160;

describe('the protocol on the real halves', () => {
  it(
    'I1–I12 hold under loss, duplication, delay, reconnects, reloads, crashes around commit and restores',
    { timeout: 0 },
    async () => {
      const sum = { edits: 0, applied: 0, crashes: 0 };
      for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
        const { problems, ...counts } = await run({ seed, steps: STEPS, restores: seed % 2 === 0 });
        expect(problems, `CRM_FUZZ_SEED=${seed} CRM_FUZZ_RUNS=1`).toEqual([]);
        sum.edits += counts.edits;
        sum.applied += counts.applied;
        sum.crashes += counts.crashes;
      }
      console.info(`protocol: seeds ${FIRST_SEED}–${FIRST_SEED + RUNS - 1}, ${JSON.stringify(sum)}`);
      expect(sum.applied).toBeGreaterThan(0);
    },
  );
});

describe('the invariants notice', () => {
  const mistakes: Record<string, { faults: Faults; restores?: boolean; runs?: number }> = {
    'a server that forgets what it answered (I2)': { faults: { noDedupe: true } },
    'guards that always agree (I10)': { faults: { unguarded: true } },
    'a listener attached after the backlog (I1)': { faults: { lateListener: true }, runs: 30 },
    'a history that changes without a new epoch (I1)': {
      faults: { noEpoch: true },
      restores: true,
      runs: 30,
    },
    'ops told before they are committed (I1)': { faults: { earlyBroadcast: true }, runs: 20 },
    'refusals that are not remembered (I2, I7)': { faults: { refusalsForgotten: true }, runs: 20 },
  };
  it.for(Object.entries(mistakes))(
    '%s',
    { timeout: 0 },
    async ([, { faults, restores = false, runs = 10 }]) => {
      for (let seed = 1; seed <= runs; seed++) {
        const { problems } = await run({ seed, steps: STEPS, restores, faults });
        if (problems.length > 0) return;
      }
      expect.fail(`${runs} runs with the mistake looked right`);
    },
  );
});
