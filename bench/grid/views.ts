import { EMPTY } from './empty-view.ts';
import type { Product } from '../lib/product.ts';
import type { BenchSheet } from '../lib/sheet.ts';
import { uuid7 } from '../lib/uuid.ts';

/** The two tabs between which the bench goes: everything, and two sort keys with a filter. */
export interface BenchViews {
  readonly plain: string;
  readonly sorted: string;
}

export const PLAIN = 'Bench plain';
export const SORTED = 'Bench sorted';

/** Creates both views as shared views and returns their ids. */
export async function createViews(product: Product, sheet: BenchSheet): Promise<BenchViews> {
  const [text, currency, , select] = sheet.columnIds;
  const plain = uuid7();
  const sorted = uuid7();
  await product.call('views.create', { id: plain, name: PLAIN, shared: true, config: EMPTY });
  await product.call('views.create', {
    id: sorted,
    name: SORTED,
    shared: true,
    config: {
      ...EMPTY,
      filter: { conjunction: 'and', conditions: [{ col: select, op: 'is', value: sheet.choiceIds[2] }] },
      sorts: [
        { col: currency, dir: 'desc' },
        { col: text, dir: 'asc' },
      ],
    },
  });
  return { plain, sorted };
}
