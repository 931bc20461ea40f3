import { figure, median, brief, type Figures } from '../lib/figure.ts';
import { residentMb, startProduct } from '../lib/product.ts';

/** Resident memory of a server that was set up, answered a few calls and then had 10 quiet seconds. */
export async function idleMemory(repetitions: number): Promise<Figures> {
  const values: number[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    const product = await startProduct();
    await product.snapshot();
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    values.push(await residentMb(product.pid));
    await product.stop();
  }
  return { 'server.idle_rss_mb': figure(median(values), '≤', 120, 'MB', { values: brief(values) }) };
}
