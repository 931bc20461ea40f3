import type { Column } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { nameColumn } from './targets.ts';

const RECORD_ID = /^rec[A-Za-z0-9]{14}$/;

/**
 * The merge key to start from. A record id or an address that the server proposes stays; else the investors' names are the
 * key, even where two are alike: a remark that happens to differ in every row would double everybody who has a new one.
 */
export function defaultKey(
  proposedKey: number | null,
  proposed: readonly ProposedColumn[],
  mapping: readonly ColumnMapping[],
  columns: readonly Column[],
): number | null {
  const key = proposed.find(({ index }) => index === proposedKey);
  if (!key) return proposedKey;
  const { samples, type } = key;
  const isRecordId = samples.length > 0 && samples.every((text) => RECORD_ID.test(text));
  if (isRecordId || type === 'email') return proposedKey;
  const name = nameColumn(columns);
  const named = mapping.findIndex((one) => one.to === 'existing' && one.col === name?.id);
  return named >= 0 ? named : proposedKey;
}
