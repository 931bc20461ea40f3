import type { Log } from '../log.ts';

/** A job that runs again and again in this process, never twice at once. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  run(): void | Promise<void>;
}

/**
 * Starts the jobs; each runs first after its interval. A failure is logged and the job goes on.
 * @returns the function that stops them; a run that is under way ends by itself
 */
export function startJobs(jobs: readonly Job[], log: Log): () => void {
  const timers = jobs.map((job) => {
    let running = false;
    const runOnce = async () => {
      if (running) return;
      running = true;
      try {
        await job.run();
      } catch (error) {
        log.error(`Job ${job.name}`, error);
      } finally {
        running = false;
      }
    };
    return setInterval(() => void runOnce(), job.everyMs).unref();
  });
  return () => timers.forEach((timer) => clearInterval(timer));
}
