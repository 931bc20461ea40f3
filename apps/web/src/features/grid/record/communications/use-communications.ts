import type { SheetSession } from '@crm/grid/sync';
import type { Communication, InvestorId } from '@crm/shared';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { GridModel } from '../../model/grid-model.ts';

/** After this long without an answer the person is told. Milliseconds. */
const LATE = 8000;

/** Which rows' communications have come in; kept as long as the sheet, for a row is asked for only once. */
class Arrivals {
  private readonly rows = new Set<InvestorId>();
  private readonly listeners = new Set<() => void>();

  constructor(session: SheetSession) {
    session.onChange(({ communications }) => {
      for (const row of communications) this.rows.add(row);
      if (communications.length > 0) for (const listener of this.listeners) listener();
    });
  }

  has(row: InvestorId): boolean {
    return this.rows.has(row);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const arrivals = new WeakMap<SheetSession, Arrivals>();

function arrivalsOf(session: SheetSession): Arrivals {
  const known = arrivals.get(session) ?? new Arrivals(session);
  arrivals.set(session, known);
  return known;
}

/** A row's communications, and whether those of before this page was opened are here, on their way, or do not come. */
export interface RowCommunications {
  readonly items: readonly Communication[];
  readonly state: 'here' | 'coming' | 'late';
  again(): void;
}

/** Follows the communications of a row; they are fetched when they are first looked at. */
export function useCommunications(model: GridModel, row: InvestorId): RowCommunications {
  const arrived = arrivalsOf(model.session);
  const [late, setLate] = useState<InvestorId | null>(null);
  const known = useSyncExternalStore(arrived.subscribe, () => arrived.has(row));
  // Asking again is reading again: a request that failed is forgotten by the session.
  const items = model.view.communications(row);
  const here = known || items.length > 0;
  const isLate = late === row;
  useEffect(() => {
    if (here || isLate) return undefined;
    const timer = setTimeout(() => setLate(row), LATE);
    return () => clearTimeout(timer);
  }, [here, isLate, row]);
  return { items, state: here ? 'here' : isLate ? 'late' : 'coming', again: () => setLate(null) };
}
