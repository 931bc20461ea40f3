import { benchColumns, benchRows } from '../../lib/data.ts';
import type { Peer } from './peer.ts';

const PEERS: Record<string, () => Promise<{ peer: Peer }>> = {
  glide: () => import('./glide.tsx'),
  ag: () => import('./ag.tsx'),
  plain: () => import('./plain.tsx'),
};

const parameters = new URLSearchParams(location.search);
const load = PEERS[parameters.get('peer') ?? ''];
const root = document.getElementById('root');
if (load === undefined || root === null) throw new Error('?peer= must be glide, ag or plain');

const paint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))));

const loaded = load().then(async ({ peer }) => {
  const columns = benchColumns();
  await peer.mount(root, columns, benchRows(Number(parameters.get('rows') ?? '50000'), columns));
  await paint();
  return peer;
});

window.bench = {
  ready: loaded.then(() => undefined),
  async sortAndFilter() {
    const peer = await loaded;
    const start = performance.now();
    peer.sortAndFilter?.();
    await paint();
    return performance.now() - start;
  },
  async reset() {
    (await loaded).reset?.();
    await paint();
  },
};
