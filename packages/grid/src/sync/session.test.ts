import { ClientId, Epoch, InvestorId, newId, random128 } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { TransportError } from './ports.ts';
import { settle, Stage } from './testing/page.ts';
import type { SheetChange } from './types.ts';

describe('session: the queue', () => {
  it('SY1 shows an edit at once, and tells of it when the device has kept it', async () => {
    const stage = new Stage();
    const page = await stage.page();
    let kept: (() => void) | undefined;
    const write = page.store.write.bind(page.store);
    page.store.write = (batch) => new Promise((resolve) => (kept = () => void write(batch).then(resolve)));
    const told: SheetChange[] = [];
    page.session.onChange((change) => told.push(change));
    page.set('Mine');
    await settle();
    expect(page.value()).toBe('Mine');
    expect([told.length, stage.server.pushes.length]).toEqual([0, 0]);
    kept?.();
    await settle();
    expect(told.length).toBeGreaterThan(0);
    expect(stage.server.holds(stage.row, stage.name.id, 'Mine')).toBe(true);
  });

  it('SY2 sends one push at a time; what is typed meanwhile goes together after it', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('1');
    page.set('2');
    page.set('3');
    await settle();
    expect(stage.server.pushes.map((push) => push.muts.map((mutation) => mutation.mid))).toEqual([
      [1],
      [2, 3],
    ]);
    expect(page.session.status()).toMatchObject({ state: 'saved', pending: 0 });
    expect(stage.server.holds(stage.row, stage.name.id, '3')).toBe(true);
  });

  it('SY3 splits a large paste and undoes it as one', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const ops = Array.from({ length: 1200 }, (_, n) => ({
      t: 'row.add' as const,
      row: newId(InvestorId),
      position: `b${n}`,
      values: { [stage.name.id]: `Row ${n}` },
    }));
    page.session.commit(ops, 'Paste 1,200 rows');
    await settle();
    await settle();
    expect(stage.server.pushes.flatMap((push) => push.muts.map((mutation) => mutation.ops.length))).toEqual([
      500, 500, 200,
    ]);
    expect(page.session.undo()).toBe('Paste 1,200 rows');
    await settle();
    await settle();
    const live = ops.filter(({ row }) => stage.server.sheet.row(row)?.deletedAt === null);
    expect(live).toEqual([]);
    expect(page.session.undoLabel).toBe(null);
  });

  it('SY3 puts a single op that fits into no push into the tray', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.set('x'.repeat(300_000));
    await settle();
    expect(page.session.tray()).toMatchObject([{ kind: 'rejected', result: { reason: 'too_large' } }]);
    expect(page.store.tray.size).toBe(1);
  });

  it('SY12 sends what a closed tab has left, under its own client id', async () => {
    const stage = new Stage();
    const gone = await stage.page();
    stage.server.next = new TransportError('OFFLINE', 'gone');
    gone.set('Left behind');
    await settle();
    gone.session.close();
    const page = await stage.page({ store: gone.store, orphans: [gone.clientId] });
    await settle();
    expect(stage.server.pushes.at(-1)?.clientId).toBe(gone.clientId);
    expect([page.value(), gone.store.pending.size]).toEqual(['Left behind', 0]);
    expect(page.session.tray()).toEqual([]);
  });

  it('SY15 tells of one cell when one cell of many rows was edited', async () => {
    const stage = new Stage();
    for (let n = 0; n < 500; n++)
      stage.server.write({ t: 'row.add', row: newId(InvestorId), position: `c${n}`, values: {} });
    const page = await stage.page();
    const told: SheetChange[] = [];
    page.session.onChange((change) => told.push(change));
    page.set('Mine');
    await settle();
    const slot = page.session.view.slotOf(stage.row);
    for (const change of told) {
      expect(change.cells?.every((cell) => cell.slot === slot && cell.col === stage.name.id)).toBe(true);
      expect(change.rows).toEqual([]);
    }
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('session: when it goes wrong', () => {
  it('SY16 SY18 says what cannot be saved and why, and tries again after the wait', async () => {
    const stage = new Stage();
    const page = await stage.page();
    stage.server.next = new TransportError('NOT_SAVED', 'Not saved: the disk is full.');
    page.set('Mine');
    await settle();
    expect(page.session.status()).toEqual({
      state: 'unsaved',
      pending: 1,
      attention: 0,
      problem: 'Not saved: the disk is full.',
    });
    await page.timers.advance(500);
    expect(page.session.status().state).toBe('saved');
  });

  it('SY16 says that a device does not keep edits, as long as some are unanswered', async () => {
    const stage = new Stage();
    const page = await stage.page();
    page.store.problem = 'quota exceeded';
    stage.server.next = new TransportError('RATE_LIMITED', 'slow down', 9000);
    page.set('Mine');
    await settle();
    expect(page.session.status()).toMatchObject({ state: 'unsaved', pending: 1 });
    expect(page.session.status().problem).toContain('quota exceeded');
    await page.timers.advance(8999);
    expect(stage.server.pushes).toHaveLength(1);
    await page.timers.advance(1);
    expect(page.session.status().state).toBe('saved');
  });

  it('SY9 puts unanswered edits up for review when the history is another one', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const name = page.session.view;
    stage.server.epoch = random128(Epoch);
    page.set('Mine');
    await settle();
    expect(page.session.tray()).toMatchObject([{ kind: 'review', label: 'Edit' }]);
    expect(stage.server.holds(stage.row, stage.name.id, 'Acme')).toBe(true);
    expect([page.value(), name.conflictAt(0, stage.name.id)?.kind]).toEqual(['Acme', 'review']);
    page.session.keepMine(page.session.tray()[0]?.id ?? '');
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Mine')).toBe(true);
  });

  it('SY10 goes on under another client id when the server waits for what nobody holds', async () => {
    const stage = new Stage();
    const names: string[] = [];
    const page = await stage.page({ onClientId: (id) => names.push(id) });
    stage.server.next = { results: [], head: 0, stop: { code: 'GAP', expected: 7 } };
    page.set('Mine');
    await settle();
    expect(names).toHaveLength(1);
    expect(page.session.tray()).toMatchObject([{ kind: 'review' }]);
    page.set('Again');
    await settle();
    expect(stage.server.pushes.at(-1)).toMatchObject({
      clientId: ClientId.parse(names[0]),
      muts: [{ mid: 1 }],
    });
    expect(page.value()).toBe('Again');
  });

  it('SY11 stops with "reload" on another protocol and keeps the queue', async () => {
    const stage = new Stage();
    const page = await stage.page();
    stage.server.next = { results: [], head: 0, stop: { code: 'PROTOCOL', protocol: 99 } };
    page.set('Mine');
    await settle();
    expect(page.session.status()).toMatchObject({ state: 'reload', pending: 1 });
    expect(page.store.pending.size).toBe(1);
    await page.timers.advance(120_000);
    expect(stage.server.pushes).toHaveLength(1);
  });

  it('SY7 notices a lost op by the gap after it, and a lost last op by the heartbeat', async () => {
    const stage = new Stage();
    const page = await stage.page();
    stage.server.write(
      { t: 'cell.set', row: stage.row, col: stage.amount.id, value: 1, ifVer: 0 },
      null,
      false,
    );
    stage.theirs('Theirs');
    await settle();
    expect([page.value(stage.amount), page.value()]).toEqual([1, 'Theirs']);
    stage.server.write(
      { t: 'cell.set', row: stage.row, col: stage.amount.id, value: 2, ifVer: 0 },
      null,
      false,
    );
    stage.server.tell({ t: 'beat', epoch: stage.server.epoch, head: stage.server.log.length });
    await settle();
    expect(page.value(stage.amount)).toBe(2);
  });

  it('SY7 subscribes again after silence', async () => {
    const stage = new Stage();
    const page = await stage.page();
    stage.server.write(
      { t: 'cell.set', row: stage.row, col: stage.amount.id, value: 1, ifVer: 0 },
      null,
      false,
    );
    await page.timers.advance(25_000);
    expect(page.session.status().state).toBe('offline');
    await page.timers.advance(500);
    expect([page.value(stage.amount), page.session.status().state]).toEqual([1, 'saved']);
  });

  it('SY8 SH1 keeps the queue and the slots through a resync', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const slot = page.session.view.slotOf(stage.row);
    stage.server.next = new TransportError('OFFLINE', 'lost');
    page.set('Mine');
    await settle();
    stage.theirs(5, stage.amount);
    stage.server.tell({ t: 'resync', reason: 'slow' });
    await settle();
    expect([page.value(), page.value(stage.amount)]).toEqual(['Mine', 5]);
    expect(page.session.view.slotOf(stage.row)).toBe(slot);
    expect(page.session.status().pending).toBe(1);
    await page.timers.advance(1000);
    expect(page.session.status().pending).toBe(0);
  });

  it('SY17 a lease of another tab refuses the editor, never the commit', async () => {
    const stage = new Stage();
    const page = await stage.page();
    const cell = { row: stage.row, col: stage.name.id };
    const entry = { clientId: random128(ClientId), userId: stage.other, cell, editing: true };
    expect(page.session.announce(cell, true)).toBe(true);
    stage.server.tell({ t: 'presence', entries: [entry] });
    expect(page.session.announce(cell, true)).toBe(false);
    expect(page.session.presence()).toEqual([entry]);
    page.set('Mine all the same');
    await settle();
    expect(stage.server.holds(stage.row, stage.name.id, 'Mine all the same')).toBe(true);
  });
});
