import { SnapshotLine } from '@crm/grid/sync';
import { ClientId, InvestorId, newId, random128, StreamEvent } from '@crm/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { join, signUpAdmin, type SignedIn } from '../../testing/people.ts';
import { epochOf, openSheet } from '../../testing/sheet.ts';
import { snapshotsOf } from './snapshot.usecases.ts';

let server: TestServer;
let admin: SignedIn;
beforeEach(async () => {
  server = await startTestServer();
  admin = await signUpAdmin(server);
});
afterEach(async () => {
  await snapshotsOf(server.app).settled();
  await server.close();
});

const Frame = z.object({
  result: z.object({ type: z.string(), data: z.object({ id: z.string(), data: StreamEvent }).optional() }),
});

/** Opens the stream as a browser does and gathers its events. */
async function listen(person: SignedIn, since: number): Promise<{ events: StreamEvent[]; close(): void }> {
  const socket = await person.browser.socket();
  const events: StreamEvent[] = [];
  socket.on('message', (raw) => {
    const text = Buffer.isBuffer(raw) ? raw.toString('utf8') : '';
    if (text === 'PONG') return;
    const frame = Frame.safeParse(JSON.parse(text));
    if (frame.success && frame.data.result.data) events.push(frame.data.result.data.data);
  });
  const input = { protocol: 1, epoch: epochOf(server.app), clientId: random128(ClientId), since };
  const params = { path: 'fundraising.stream', input };
  socket.send(JSON.stringify({ id: 1, method: 'subscription', params }));
  return { events, close: () => socket.terminate() };
}

async function addRow(person: SignedIn, name: string) {
  const column = openSheet(server.app);
  const ops = [
    { t: 'row.add', row: newId(InvestorId), position: 'a0', values: { [column('name').id]: name } },
  ];
  const input = {
    protocol: 1,
    epoch: epochOf(server.app),
    clientId: random128(ClientId),
    muts: [{ mid: 1, ops }],
  };
  return person.browser.post('fundraising.push', input);
}

describe('the sheet over the wire', () => {
  it('an edit of one person reaches the stream of another, with the backlog before it', async () => {
    const bob = await join(server, admin, 'bob@fund.example');
    const bot = await join(server, admin, 'bot@fund.example', 'bot');
    expect((await addRow(bot, 'No')).code).toBe('FORBIDDEN');
    const { events, close } = await listen(bob, 0);
    await expect.poll(() => events.map((event) => event.t)).toEqual(['ops', 'beat', 'presence']);
    expect((await addRow(admin, 'Acme')).data).toMatchObject({
      results: [{ status: 'applied' }],
      stop: null,
    });
    await expect
      .poll(() => events.at(-1))
      .toMatchObject({ t: 'ops', ops: [{ op: { t: 'row.add' }, by: admin.id }] });
    close();
  });

  it('S2 a person who is deactivated hears nothing more', async () => {
    const bob = await join(server, admin, 'bob@fund.example');
    const socket = await bob.browser.socket();
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    expect((await admin.browser.post('admin.deactivate', { userId: bob.id })).status).toBe(200);
    expect(await closed).toBe(4401);
    expect((await addRow(bob, 'No')).status).toBe(401);
  });

  it('the snapshot comes as lines, the columns in view first, with what happened since', async () => {
    await addRow(admin, 'Acme');
    const column = openSheet(server.app);
    const url = `${server.url}/sheet/snapshot?first=${column('location').id}`;
    const headers = { cookie: admin.browser.cookie(), origin: server.url };
    const read = async () => {
      const response = await fetch(url, { headers });
      const lines = (await response.text()).trim().split('\n');
      return lines.map((line) => SnapshotLine.parse(JSON.parse(line)));
    };
    const lines = await read();
    expect(lines.map((line) => line.t).slice(0, 4)).toEqual(['meta', 'rows', 'contacts', 'col']);
    expect(lines[0]).toMatchObject({ rowCount: 1, firstRows: { numbers: [1] }, lastNumber: 1 });
    expect(lines[3]).toMatchObject({ col: column('location').id, last: true });
    expect(lines.filter((line) => line.t === 'col').at(-1)).toMatchObject({ col: column('notes').id });
    await addRow(admin, 'Later');
    expect((await read()).slice(-2)).toMatchObject([
      { t: 'ops', ops: [{ op: { t: 'row.add' } }] },
      { t: 'end', seq: 11 },
    ]);
    expect((await fetch(url)).status).toBe(401);
    expect(server.app.errors).toEqual([]);
  });
});
