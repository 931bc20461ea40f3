import { Pool } from 'undici';
import { brief, figure, median, percentile, type Figures } from '../lib/figure.ts';
import { members } from '../lib/clients.ts';
import type { Product } from '../lib/product.ts';
import { startRaw } from '../lib/raw.ts';
import { emptyColumn, type BenchSheet } from '../lib/sheet.ts';
import { clientId } from '../lib/uuid.ts';

const CLIENTS = 32;
const SECONDS = 3;
const RAW_ROWS = 10_000;

interface Load {
  readonly perSecond: number;
  readonly p95: number;
}

/** `CLIENTS` clients, each sending its next edit when the last is answered, for `SECONDS`. */
async function drive(send: (client: number, n: number) => Promise<void>): Promise<Load> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let n = 1; performance.now() < end; n += 1) {
        const sent = performance.now();
        await send(client, n);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  return {
    perSecond: latencies.length / ((performance.now() - start) / 1000),
    p95: percentile(latencies, 95),
  };
}

async function driveRaw(origin: string): Promise<Load> {
  const pool = new Pool(origin, { connections: CLIENTS });
  const load = await drive(async (client, n) => {
    const body = JSON.stringify({ row: (client * 997 + n) % RAW_ROWS, col: 0, value: `value ${n}` });
    const headers = { 'content-type': 'application/json' };
    const answer = await pool.request({ method: 'POST', path: '/edit', headers, body });
    await answer.body.dump();
  });
  await pool.close();
  return load;
}

/** Every client keeps to rows of its own and knows their versions, so that every edit is applied. */
async function driveProduct(
  product: Product,
  sheet: BenchSheet,
  col: string,
  cookies: readonly string[],
): Promise<Load> {
  const pool = new Pool(product.origin, { connections: CLIENTS });
  const ids = cookies.map(clientId);
  const versions = new Map<string, number>();
  const load = await drive(async (client, n) => {
    const row = sheet.rowIds[(client + CLIENTS * (n % 50)) % sheet.rowIds.length] ?? '';
    const op = { t: 'cell.set', row, col, value: `value ${n}`, ifVer: versions.get(row) ?? 0 };
    const answer = await pool.request({
      method: 'POST',
      path: '/trpc/fundraising.push',
      headers: { 'content-type': 'application/json', origin: product.origin, cookie: cookies[client] ?? '' },
      body: JSON.stringify({
        protocol: 1,
        epoch: sheet.epoch,
        clientId: ids[client],
        muts: [{ mid: n, ops: [op] }],
      }),
    });
    const text = await answer.body.text();
    const seq = /"status":"applied"[^}]*"seq":(\d+)/.exec(text)?.[1];
    if (seq === undefined) throw new Error(`Not applied: ${answer.statusCode} ${text.slice(0, 300)}`);
    versions.set(row, Number(seq));
  });
  await pool.close();
  return load;
}

/** Durable one-cell mutations a second, beside the bare reference server, in turn. */
export async function throughput(product: Product, sheet: BenchSheet, repetitions: number): Promise<Figures> {
  const raw = await startRaw(RAW_ROWS);
  const cookies = await members(product, CLIENTS);
  const ours: Load[] = [];
  const bare: Load[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    const col = await emptyColumn(product, sheet, `Edits ${i}`);
    bare.push(await driveRaw(raw.origin));
    ours.push(await driveProduct(product, sheet, col, cookies));
  }
  await raw.stop();
  const ratios = ours.map((load, i) => load.perSecond / (bare[i]?.perSecond ?? Number.NaN));
  return {
    'sync.edits_per_s_vs_raw': figure(median(ratios), '≥', 0.5, '×', {
      ratios: brief(ratios),
      oursPerSecond: brief(ours.map((l) => l.perSecond)),
      rawPerSecond: brief(bare.map((l) => l.perSecond)),
      oursP95Ms: brief(ours.map((l) => l.p95)),
      rawP95Ms: brief(bare.map((l) => l.p95)),
      clients: CLIENTS,
      seconds: SECONDS,
    }),
  };
}
