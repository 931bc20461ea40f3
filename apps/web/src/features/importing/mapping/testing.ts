import { type Column, ColumnId, newId } from '@crm/shared';
import type { ProposedColumn } from '@crm/shared/contract/importing';

/** A column of a file, for tests. */
export function proposed(name: string, rest: Partial<ProposedColumn> = {}): ProposedColumn {
  return {
    index: 0,
    name,
    type: 'text',
    options: {},
    evidence: '',
    filled: 1,
    samples: [],
    question: null,
    ...rest,
  };
}

/** A column of the sheet, for tests. */
export function column(name: string, rest: Partial<Column> = {}): Column {
  const id = newId(ColumnId);
  return { id, name, type: 'text', options: {}, position: 'a0', key: null, deletedAt: null, ver: 0, ...rest };
}
