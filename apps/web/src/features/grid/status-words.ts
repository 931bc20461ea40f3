import type { SyncStatus } from '@crm/grid/sync';

const edits = (count: number) => `${count} ${count === 1 ? 'edit' : 'edits'}`;

/** The pill's words: always what is true of the edits made here. */
export function statusWords({ state, pending, attention }: SyncStatus): string {
  if (state === 'reload') return 'Reload to continue';
  if (state === 'unsaved') return pending > 0 ? `Not saved – ${edits(pending)}` : 'Edits cannot be kept';
  if (state === 'offline') return pending > 0 ? `Offline – ${edits(pending)} on this device` : 'Offline';
  if (state === 'saving') return 'Saving';
  if (attention > 0) return `${attention} ${attention === 1 ? 'needs' : 'need'} attention`;
  return 'Saved';
}
