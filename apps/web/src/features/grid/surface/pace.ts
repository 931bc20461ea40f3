/** Milliseconds after the last frame from which a frame counts as late. */
const LATE = 24;

/**
 * Runs `work` once per frame while it is asked for. While frames come in time it runs inside them; when they come late it
 * runs as a task after them, so that input and the compositor get their turn first and several requests become one.
 */
export class Pace {
  private readonly work: () => void;
  private readonly channel = new MessageChannel();
  private frame = 0;
  private posted = false;
  private last = 0;

  constructor(work: () => void) {
    this.work = work;
    this.channel.port1.onmessage = () => {
      if (!this.posted) return;
      this.posted = false;
      this.work();
    };
  }

  ask(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.onFrame);
  }

  /** Forgets what was asked, because the work is being done now. */
  settle(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.posted = false;
  }

  stop(): void {
    this.settle();
    this.channel.port1.close();
  }

  private readonly onFrame = (now: number): void => {
    this.frame = 0;
    const gap = now - this.last;
    this.last = now;
    // A long gap is the pause before this gesture, not a late frame.
    if (gap > LATE && gap < 500) {
      if (this.posted) return;
      this.posted = true;
      this.channel.port2.postMessage(0);
    } else if (!this.posted) this.work();
  };
}
