/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest';
import type { Faults } from './faults.ts';
import { run } from './world.ts';

/** Runs of the main test; the environment of the test process may ask for more. */
const RUNS = Number(import.meta.env['CRM_FUZZ_RUNS'] ?? 80);
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
      process.stdout.write(
        `protocol: seeds ${FIRST_SEED}–${FIRST_SEED + RUNS - 1}, ${JSON.stringify(sum)}\n`,
      );
      expect(sum.applied).toBeGreaterThan(0);
    },
  );
});

describe('the invariants notice', () => {
  const mistakes: { title: string; faults: Faults; told: RegExp; restores?: boolean }[] = [
    { title: 'I2: a server that forgets what it answered', faults: { noDedupe: true }, told: /^I2/ },
    { title: 'I10: guards that always agree', faults: { unguarded: true }, told: /^I10/ },
    { title: 'I1: a listener attached after the backlog', faults: { lateListener: true }, told: /^I[19]/ },
    {
      title: 'I1: a history that changes without a new epoch',
      faults: { noEpoch: true },
      told: /^I1/,
      restores: true,
    },
    { title: 'I1: ops told before they are committed', faults: { earlyBroadcast: true }, told: /^I[19]/ },
    { title: 'I7: refusals that are not remembered', faults: { refusalsForgotten: true }, told: /^I7/ },
  ];
  it.for(mistakes)('$title', { timeout: 0 }, async ({ faults, told, restores = false }) => {
    for (let seed = 1; seed <= 80; seed++) {
      const { problems } = await run({ seed, steps: STEPS, restores, faults });
      if (problems.some((problem) => told.test(problem))) return;
    }
    expect.fail('80 runs with the mistake looked right');
  });
});
