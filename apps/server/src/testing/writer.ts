import { writeSync } from 'node:fs';
import { addPerson, openSheet, Tab } from './sheet.ts';
import { createTestApp } from './create-test-app.ts';

/*
 * A process that writes for ever and prints each answer the moment it has it: `node writer.ts <data folder>`. It is there
 * to be killed.
 */

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('The data folder is missing.');
const app = createTestApp({ config: { dataDir } });
const column = openSheet(app);
const person = addPerson(app, `writer-${Date.now()}`);

async function write(tab: Tab): Promise<void> {
  const row = await tab.addRow();
  for (let n = 0; ; n++) {
    const output = await tab.push([{ t: 'cell.set', row, col: column('name').id, value: `v${n}`, ifVer: 0 }]);
    writeSync(1, `${JSON.stringify({ clientId: tab.clientId, ...output })}\n`);
  }
}

await Promise.all([1, 2, 3].map(() => write(new Tab(app, person))));
