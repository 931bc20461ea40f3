import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Receipt } from '@crm/shared/contract/importing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runProgram, type Ended } from '../testing/process.ts';

// Each verb is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'crm-import-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const FILE = '\ufeffName,Day,Code\nAnn,1/4/2026,1\n=Bob,2/3/2026,2\nCy,,3';

function crm(...args: string[]): Promise<Ended> {
  return runProgram('cli.ts', args, { CRM_DATA_DIR: path.join(dir, 'data') });
}

function file(text: string): string {
  const name = path.join(dir, 'Investors-Grid view.csv');
  writeFileSync(name, text);
  return name;
}

async function receiptOf(...args: string[]): Promise<Receipt> {
  const { code, stdout, stderr } = await crm('import', ...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return Receipt.parse(JSON.parse(stdout));
}

it('proposes columns on an empty data folder and changes nothing in a dry run', async () => {
  const name = file(FILE);
  const receipt = await receiptOf(name, '--dry-run');
  expect(receipt.rows).toEqual({ read: 3, new: 3, changed: 0, unchanged: 0, problem: 0 });
  expect(receipt.cells).toEqual({ read: 8, imported: 6, changedInMeaning: 0, rejected: 2 });
  expect(receipt.columns.map(({ name: column, type }) => [column, type])).toEqual([
    ['Name', 'text'],
    ['Day', 'date'],
    ['Code', 'text'],
  ]);
  expect(receipt.problems.map(({ row, column, value }) => [row, column, value])).toEqual([
    [1, 'Day', '1/4/2026'],
    [2, 'Day', '2/3/2026'],
  ]);
  expect((await crm('export')).stdout).not.toContain('Ann');
});

it('imports, finds rows again, and exports what a spreadsheet does not run', async () => {
  const name = file(FILE);
  const first = await receiptOf(name, '--dates', 'european', '--type', 'Code=number', '--key', 'Name');
  expect(first.cells).toEqual({ read: 8, imported: 8, changedInMeaning: 0, rejected: 0 });
  const again = await receiptOf(name, '--dates', 'european', '--key', 'Name');
  expect(again.rows).toMatchObject({ unchanged: 3, new: 0, changed: 0 });
  const { stdout } = await crm('export');
  expect(stdout.trim().replace('\ufeff', '')).toBe(
    "Name,Day,Code\nAnn,2026-04-01,1\n'=Bob,2026-03-02,2\nCy,,3",
  );
  const target = path.join(dir, 'out.csv');
  expect(await crm('export', '--format', 'airtable', '--output', target)).toMatchObject({ code: 0 });
  expect(readFileSync(target, 'utf8')).toBe('\ufeffName,Day,Code\nAnn,4/1/2026,1\n=Bob,3/2/2026,2\nCy,,3');
  expect(JSON.parse((await crm('doctor', '--json')).stdout)).toMatchObject({ ok: true });
});

it.each([
  ['', [], 'crm: The file is empty.\n'],
  ['a,b\n1', [], 'crm: Row 1 has 1 cells, but the header has 2: a comma or a quote is missing.\n'],
  [FILE, ['--key', 'Nobody'], 'crm: The file has no column “Nobody”.\n'],
  [
    FILE,
    ['--type', 'Code=money'],
    'crm: “Code=money” is not NAME=TYPE with a type such as text, number or date.\n',
  ],
])('ends with 1 and one line for %j %j', async (text, args, stderr) => {
  expect(await crm('import', file(text), ...args, '--json')).toEqual({ code: 1, stdout: '', stderr });
});
