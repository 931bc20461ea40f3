import { planRetype, validateCell } from '../columns/index.ts';
import type { ColumnContext } from '../columns/index.ts';
import type { Types } from './types.ts';

/** The column types as ops ask for them; `context` tells of people and contacts at the moment of asking. */
export function columnTypes(context: () => ColumnContext): Types {
  return {
    validate: validateCell,
    retype: (cells, from, to) => planRetype(cells, from, to, context()),
  };
}
