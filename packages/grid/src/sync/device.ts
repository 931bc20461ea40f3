import type { ChangeBuffer } from './changes.ts';
import type { Cancel, QueueStore, StoreBatch, Timers } from './ports.ts';

/** A device that has not kept an edit after this long, in milliseconds, is taken as unable to. */
const PATIENCE = 1500;

/** Keeps edits on the device before they are painted, and tells when it cannot. Its promises never reject. */
export class Device {
  readonly #store: QueueStore;
  readonly #timers: Timers;
  readonly #changes: ChangeBuffer;
  readonly #told: () => void;
  #holding = 0;
  #problem: string | null = null;

  constructor(store: QueueStore, timers: Timers, changes: ChangeBuffer, told: () => void) {
    this.#store = store;
    this.#timers = timers;
    this.#changes = changes;
    this.#told = told;
  }

  /** Why edits cannot be kept here, or null. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Keeps edits; nothing is painted until it is done, has failed, or takes too long (protocol §6). */
  async keep(batch: StoreBatch): Promise<void> {
    this.#changes.hold();
    this.#holding += 1;
    let done = false;
    const release = () => {
      if (done) return;
      done = true;
      this.#holding -= 1;
      if (this.#holding === 0) this.#changes.release();
    };
    const late = new Promise<void>((resolve) => {
      const cancel: Cancel = this.#timers.after(PATIENCE, () => {
        if (done) return;
        this.#note('This browser does not answer when asked to keep your edits.');
        release();
        resolve();
      });
      void this.write(batch).then(() => {
        cancel();
        release();
        resolve();
      });
    });
    await late;
  }

  /** Writes without holding back anything. */
  async write(batch: StoreBatch): Promise<void> {
    try {
      await this.#store.write(batch);
      this.#note(null);
    } catch (error) {
      const why = error instanceof Error && error.message !== '' ? error.message : 'storage is not available';
      this.#note(`Edits cannot be kept on this device: ${why}`);
    }
  }

  #note(problem: string | null): void {
    if (this.#problem === problem) return;
    this.#problem = problem;
    this.#told();
  }
}
