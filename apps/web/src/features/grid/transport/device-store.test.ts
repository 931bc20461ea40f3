import 'fake-indexeddb/auto';
import { ClientId, Epoch, random128, UserId } from '@crm/shared';
import { expect, it } from 'vitest';
import { deviceStore } from './device-store.ts';
import { idbStore } from './idb-store.ts';
import type { DeviceStore } from './idb-store.ts';

const clientId = ClientId.parse('0'.repeat(32));
const userId = UserId.parse('01890000-0000-7000-8000-000000000001');
const epoch = random128(Epoch);
const edit = (mid: number) => ({
  clientId,
  mid,
  epoch,
  ops: [],
  label: 'Edit',
  at: '2026-03-31T00:00:00.000Z',
});

const broken: DeviceStore = {
  read: () => Promise.reject(new Error('no database')),
  write: () => Promise.reject(new Error('no database')),
  clients: () => Promise.reject(new Error('no database')),
  clear: () => Promise.reject(new Error('no database')),
};

it('keeps unsent edits in order and drops the answered ones', async () => {
  const store = deviceStore(idbStore(), readOnly());
  await store.write({ client: { clientId, userId, nextMid: 3 }, put: [edit(2), edit(1)] });
  expect((await store.read(clientId)).pending.map((one) => one.mid)).toEqual([1, 2]);
  await store.write({ remove: [{ clientId, mid: 1 }] });
  const kept = await store.read(clientId);
  expect(kept.pending.map((one) => one.mid)).toEqual([2]);
  expect(kept.client?.nextMid).toBe(3);
  expect(await store.clients()).toHaveLength(1);
  await store.clear();
  expect((await store.read(clientId)).pending).toEqual([]);
});

it('falls back to the second place, and rejects when that refuses too', async () => {
  const second = idbStore();
  const store = deviceStore(broken, second);
  await store.write({ put: [edit(7)] });
  expect((await store.read(clientId)).pending.map((one) => one.mid)).toEqual([7]);
  await expect(deviceStore(broken, broken).write({ put: [edit(8)] })).rejects.toThrow('no database');
});

function readOnly(): DeviceStore {
  return { ...broken, read: async () => ({ client: null, pending: [], tray: [] }) };
}
