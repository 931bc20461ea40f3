/** `npm run bench -- grid [--json] [--repetitions N] [--only server|browser]` */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { gridFigures } from './grid/index.ts';
import { PEERS_FOLDER } from './grid/scroll.ts';
import type { Figures } from './lib/figure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    repetitions: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});

function print(figures: Figures): void {
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, f]) => [
        name,
        {
          value: f.value,
          goal: `${String(f.detail['relation'])} ${f.goal}`,
          unit: f.unit,
          pass: f.pass ? 'yes' : 'NO',
        },
      ]),
    ),
  );
}

if (positionals[0] !== 'grid') {
  process.stderr.write('Say what to measure: grid.\n');
  process.exit(2);
}
if (!existsSync(PEERS_FOLDER)) {
  await build({ configFile: `${import.meta.dirname}/grid/pages/vite.config.ts`, logLevel: 'error' });
}
const only = values.only === 'server' || values.only === 'browser' ? values.only : null;
const figures = await gridFigures(Number(values.repetitions), only);
if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else print(figures);
