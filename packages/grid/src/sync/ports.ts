import type {
  ClientId,
  ColumnId,
  Communication,
  Epoch,
  ErrorCode,
  InvestorId,
  Op,
  PresenceEntry,
  PushInput,
  PushOutput,
  StreamEvent,
  UserId,
} from '@crm/shared';
import type { TrayItem } from './types.ts';

/** Stops what it came from; calling it again does nothing. */
export type Cancel = () => void;

/** Time as the session sees it; tests drive their own. */
export interface Timers {
  /** Milliseconds on a clock that only runs forward. */
  now(): number;
  /** The present as ISO-8601 UTC, for predictions and the tray. */
  at(): string;
  after(ms: number, run: () => void): Cancel;
}

/** Why a call did not get an answer. `OFFLINE` = no word from the server; it may have done the work all the same. */
export class TransportError extends Error {
  readonly code: ErrorCode | 'OFFLINE';
  /** Milliseconds to wait before trying again, when the server said so. */
  readonly retryAfter: number | null;

  constructor(code: ErrorCode | 'OFFLINE', message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'TransportError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Where the stream starts. */
export interface StreamStart {
  readonly protocol: number;
  readonly epoch: Epoch;
  readonly clientId: ClientId;
  readonly since: number;
}

export interface StreamHandlers {
  event(event: StreamEvent): void;
  /** Called once, when the stream ended by itself. */
  closed(error: TransportError): void;
}

/** The way to the server. Every promise rejects with a `TransportError`. */
export interface Transport {
  push(input: PushInput): Promise<PushOutput>;
  stream(start: StreamStart, handlers: StreamHandlers): Cancel;
  /** What the stream would have sent at its start; for networks that let no socket through. */
  opsSince(start: StreamStart): Promise<readonly StreamEvent[]>;
  /** The lines of a snapshot, each parsed as JSON and nothing more. `first` columns come earliest. */
  snapshot(first: readonly ColumnId[]): AsyncIterable<unknown>;
  presence(input: {
    clientId: ClientId;
    cell: PresenceEntry['cell'];
    editing: boolean;
  }): Promise<{ granted: boolean }>;
  communications(row: InvestorId): Promise<readonly Communication[]>;
}

/** A mutation that the server has not answered, as it is kept on the device. */
export interface StoredMutation {
  readonly clientId: ClientId;
  readonly mid: number;
  readonly epoch: Epoch;
  readonly ops: readonly Op[];
  readonly label: string;
  readonly at: string;
}

/** What a tab needs to go on after a reload. */
export interface StoredClient {
  readonly clientId: ClientId;
  readonly userId: UserId;
  /** The next mid that was never used. */
  readonly nextMid: number;
}

export interface StoredTrayItem extends TrayItem {
  readonly clientId: ClientId;
}

/** Changes that are kept together or not at all. */
export interface StoreBatch {
  readonly client?: StoredClient;
  readonly put?: readonly StoredMutation[];
  readonly remove?: readonly Pick<StoredMutation, 'clientId' | 'mid'>[];
  readonly putTray?: readonly StoredTrayItem[];
  readonly removeTray?: readonly string[];
}

/** What a device keeps for one client id. */
export interface StoredQueue {
  readonly client: StoredClient | null;
  /** In order of mid. */
  readonly pending: readonly StoredMutation[];
  readonly tray: readonly StoredTrayItem[];
}

/** Where unsent edits outlive the page. `write` resolves once they do, and rejects when the device refuses. */
export interface QueueStore {
  read(clientId: ClientId): Promise<StoredQueue>;
  write(batch: StoreBatch): Promise<void>;
}
