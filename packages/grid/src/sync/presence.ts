import { PRESENCE_BEAT_MS } from '@crm/shared';
import type { CellRef, ClientId, PresenceEntry } from '@crm/shared';
import type { Cancel, Timers, Transport } from './ports.ts';

/** Where everybody is, and telling where this tab is (protocol §7). A lease gates opening an editor, never a commit. */
export class Presence {
  readonly #transport: Transport;
  readonly #timers: Timers;
  readonly #clientId: () => ClientId;
  readonly #told: () => void;
  #entries: readonly PresenceEntry[] = [];
  #cell: CellRef | null = null;
  #editing = false;
  #busy = false;
  #dirty = false;
  #started = false;
  #beat: Cancel | null = null;
  #closed = false;

  constructor(transport: Transport, timers: Timers, clientId: () => ClientId, told: () => void) {
    this.#transport = transport;
    this.#timers = timers;
    this.#clientId = clientId;
    this.#told = told;
  }

  /** Everybody but this tab. */
  others(): readonly PresenceEntry[] {
    return this.#entries;
  }

  received(entries: readonly PresenceEntry[]): void {
    this.#entries = entries.filter((entry) => entry.clientId !== this.#clientId());
    this.#told();
  }

  /** False when another tab is known to edit the cell. */
  announce(cell: CellRef | null, editing: boolean): boolean {
    const taken =
      editing &&
      cell !== null &&
      this.#entries.some(
        (entry) => entry.editing && entry.cell?.row === cell.row && entry.cell.col === cell.col,
      );
    this.#cell = cell;
    this.#editing = editing && !taken;
    this.#started = true;
    this.#send();
    return !taken;
  }

  /** Says again where this tab is, if it ever did. */
  resume(): void {
    if (this.#started) this.#send();
  }

  close(): void {
    this.#closed = true;
    this.#beat?.();
  }

  /** One question at a time; what changed meanwhile is told after it. Presence is a courtesy: failures are left alone. */
  #send(): void {
    this.#dirty = true;
    if (this.#busy || this.#closed) return;
    this.#busy = true;
    this.#dirty = false;
    this.#beat?.();
    const cell = this.#cell;
    const asked = this.#editing;
    this.#transport
      .presence({ clientId: this.#clientId(), cell, editing: asked })
      .then(
        ({ granted }) => {
          if (asked && !granted && this.#cell === cell) this.#editing = false;
        },
        () => undefined,
      )
      .finally(() => {
        this.#busy = false;
        if (this.#closed) return;
        if (this.#dirty) this.#send();
        else this.#beat = this.#timers.after(PRESENCE_BEAT_MS, () => this.#send());
      });
  }
}
