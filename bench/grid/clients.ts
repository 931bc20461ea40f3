import { WebSocket } from 'ws';
import { brief, figure, percentile, type Figures } from '../lib/figure.ts';
import { members } from '../lib/clients.ts';
import { cpuSeconds, residentMb, type Product } from '../lib/product.ts';
import { emptyColumn, readHead, type BenchSheet } from '../lib/sheet.ts';
import { clientId } from '../lib/uuid.ts';

const SOCKETS = 100;
const EDITS_PER_SECOND = 100;

/** Opens a stream subscription over a socket of its own and counts what arrives. */
async function listen(
  product: Product,
  sheet: BenchSheet,
  cookie: string,
  since: number,
): Promise<WebSocket> {
  const socket = new WebSocket(`${product.origin.replace('http', 'ws')}/trpc`, {
    headers: { cookie, origin: product.origin },
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.send(
    JSON.stringify({
      id: 1,
      method: 'subscription',
      params: {
        path: 'fundraising.stream',
        input: { protocol: 1, epoch: sheet.epoch, clientId: clientId(), since },
      },
    }),
  );
  return socket;
}

/** 100 open streams, 100 edits a second in all, for `seconds`: how long an edit waits for its durable answer. */
export async function clients100(product: Product, sheet: BenchSheet, seconds: number): Promise<Figures> {
  const cookies = await members(product, 20);
  const col = await emptyColumn(product, sheet, 'Hundred');
  const since = (await readHead(product)).seq;
  let received = 0;
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS }, async (_, i) => {
      const socket = await listen(product, sheet, cookies[i % cookies.length] ?? '', since);
      socket.on('message', () => (received += 1));
      return socket;
    }),
  );
  const acks: number[] = [];
  const memory: number[] = [];
  const ids = Array.from({ length: SOCKETS }, clientId);
  const mids = ids.map(() => 0);
  const versions = new Map<number, number>();
  const busyBefore = await cpuSeconds(product.pid);
  const start = performance.now();
  const total = seconds * EDITS_PER_SECOND;
  const open: Promise<void>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = start + (n * 1000) / EDITS_PER_SECOND;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const client = n % SOCKETS;
    mids[client] = (mids[client] ?? 0) + 1;
    const sent = performance.now();
    const op = {
      t: 'cell.set',
      row: sheet.rowIds[client],
      col,
      value: `edit ${n}`,
      ifVer: versions.get(client) ?? 0,
    };
    const input = {
      protocol: 1,
      epoch: sheet.epoch,
      clientId: ids[client],
      muts: [{ mid: mids[client], ops: [op] }],
    };
    open.push(
      product.call('fundraising.push', input, cookies[client % cookies.length]).then((output) => {
        acks.push(performance.now() - sent);
        const seq = /"seq":(\d+)/.exec(JSON.stringify(output))?.[1];
        if (seq === undefined) throw new Error(`Not applied: ${JSON.stringify(output)}`);
        versions.set(client, Number(seq));
      }),
    );
    if (n % (EDITS_PER_SECOND * 10) === 0) memory.push(await residentMb(product.pid));
  }
  await Promise.all(open);
  const elapsed = (performance.now() - start) / 1000;
  const share = ((await cpuSeconds(product.pid)) - busyBefore) / elapsed;
  memory.push(await residentMb(product.pid));
  for (const socket of sockets) socket.close();
  return {
    'sync.clients_100': figure(percentile(acks, 95), '≤', 100, 'ms', {
      ackP50Ms: brief([percentile(acks, 50)])[0],
      coreShare: brief([share])[0],
      coreShareGoal: 0.5,
      residentMb: memory.map(Math.round),
      messagesReceived: received,
      seconds,
    }),
  };
}
