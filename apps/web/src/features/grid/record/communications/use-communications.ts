import type { Communication, InvestorId } from '@crm/shared';
import { useEffect, useState } from 'react';
import type { GridModel } from '../../model/grid-model.ts';

/** After this long without an answer the person is told. Milliseconds. */
const LATE = 8000;

/** Rows whose communications have come in, per sheet: they are not waited for again. */
const settled = new WeakMap<GridModel, Set<InvestorId>>();

/** A row's communications, and whether those of before this page was opened are here, on their way, or do not come. */
export function useCommunications(
  model: GridModel,
  row: InvestorId,
): { items: readonly Communication[]; state: 'here' | 'coming' | 'late'; again: () => void } {
  const [late, setLate] = useState(0);
  const [, render] = useState(0);
  const known = settled.get(model) ?? new Set();
  settled.set(model, known);
  useEffect(
    () =>
      model.session.onChange((change) => {
        if (!change.communications.includes(row)) return;
        known.add(row);
        render((count) => count + 1);
      }),
    [model, row, known],
  );
  useEffect(() => {
    if (known.has(row)) return undefined;
    const timer = setTimeout(() => setLate(1), LATE);
    return () => clearTimeout(timer);
  }, [known, row, late]);
  // Asking again is reading again: a request that failed is forgotten by the session.
  const items = model.view.communications(row);
  if (items.length > 0) known.add(row);
  return {
    items,
    state: known.has(row) ? 'here' : late > 0 ? 'late' : 'coming',
    again: () => setLate(0),
  };
}
