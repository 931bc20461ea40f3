import type { InvestorId } from '@crm/shared';
import type { Transport } from './ports.ts';
import type { SheetState } from './state.ts';

/** Fetches the communications of a row when they are first looked at: the snapshot leaves them out. */
export class CommunicationLoader {
  readonly #transport: Transport;
  readonly #state: SheetState;
  #wanted = new Set<InvestorId>();

  constructor(transport: Transport, state: SheetState) {
    this.#transport = transport;
    this.#state = state;
  }

  want(row: InvestorId): void {
    if (this.#wanted.has(row)) return;
    this.#wanted.add(row);
    this.#transport.communications(row).then(
      (items) => {
        const { base } = this.#state.view;
        // An op that came meanwhile is newer than the answer.
        for (const item of items) if (!base.communication(item.id)) base.putCommunication(item);
        if (items.length === 0) this.#state.sink.communication(row);
      },
      () => this.#wanted.delete(row),
    );
  }

  /** The base is another one: fetch again what is looked at again. */
  again(): void {
    this.#wanted = new Set();
  }
}
