import type { ViewId } from '@crm/shared';
import type { ViewChange } from './view-change.ts';

/** How long after the last change of a view it is sent, in milliseconds. */
export const WRITE_AFTER = 600;
const RETRY_FROM = 2_000;
const RETRY_MOST = 30_000;

/** Where changes go and what becomes of them. */
export interface WriterPorts {
  send(id: ViewId, change: ViewChange): Promise<unknown>;
  /** True for an error that will not go away by asking again. */
  isRefusal(error: unknown): boolean;
  /** The change arrived. */
  saved(id: ViewId, change: ViewChange): void;
  /** The server will not have the change; it is dropped. */
  refused(id: ViewId, error: unknown): void;
  /** Something that waits has changed, or the state has. */
  told(): void;
}

/**
 * Sends the latest change of each view, one call at a time: a while after it was made, at once on `flush`, again and again
 * while the server cannot be reached.
 */
export class ChangeWriter {
  /** `waiting`: the server was not reached, and will be tried again. */
  state: 'saved' | 'saving' | 'waiting' = 'saved';
  private readonly ports: WriterPorts;
  private readonly changes = new Map<ViewId, ViewChange>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private again = false;
  private failures = 0;

  constructor(ports: WriterPorts) {
    this.ports = ports;
  }

  /** Every change that has not arrived. */
  get waiting(): ReadonlyMap<ViewId, ViewChange> {
    return this.changes;
  }

  put(id: ViewId, change: ViewChange): void {
    this.changes.set(id, change);
    this.schedule(WRITE_AFTER);
    this.tell(this.failures > 0 ? 'waiting' : 'saving');
  }

  /** Forgets what has not been sent of a view that is gone. */
  drop(id: ViewId): void {
    if (this.changes.delete(id)) this.tell(this.changes.size > 0 ? this.state : 'saved');
  }

  /** Sends what waits now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending) this.again = true;
    else if (this.changes.size > 0) void this.run();
  }

  /** Sends nothing more by itself. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private async run(): Promise<void> {
    this.sending = true;
    let reached = true;
    const due = [...this.changes];
    for (const [id, change] of due) {
      if (this.changes.get(id) !== change) continue;
      reached = await this.sendOne(id, change);
      if (!reached) break;
    }
    this.sending = false;
    const again = this.again;
    this.again = false;
    if (!reached) {
      this.schedule(Math.min(RETRY_MOST, RETRY_FROM * 2 ** (this.failures - 1)));
      this.tell('waiting');
    } else if (this.changes.size === 0) this.tell('saved');
    else if (again) this.flush();
    else if (this.timer === undefined) this.schedule(WRITE_AFTER);
  }

  private async sendOne(id: ViewId, change: ViewChange): Promise<boolean> {
    try {
      await this.ports.send(id, change);
    } catch (error) {
      if (!this.ports.isRefusal(error)) {
        this.failures += 1;
        return false;
      }
      this.failures = 0;
      if (this.changes.get(id) === change) this.changes.delete(id);
      this.ports.refused(id, error);
      return true;
    }
    this.failures = 0;
    if (this.changes.get(id) === change) this.changes.delete(id);
    this.ports.saved(id, change);
    return true;
  }

  private tell(state: ChangeWriter['state']): void {
    this.state = state;
    this.ports.told();
  }
}
