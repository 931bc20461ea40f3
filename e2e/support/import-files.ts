import type { Page } from '@playwright/test';
import type { TestServer } from './server.ts';

/** A file as a page is given it. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A CSV file as Airtable writes it: byte order mark, LF, no line end after the last row. */
export function airtableCsv(lines: readonly string[], name = 'Investors-Grid view.csv'): GivenFile {
  return rawFile(`\ufeff${lines.join('\n')}`, name);
}

/** A file of these very bytes. */
export function rawFile(content: string | Uint8Array, name = 'file.csv'): GivenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** Opens the import page and gives it a file. */
export async function openFile(page: Page, server: TestServer, file: GivenFile): Promise<void> {
  await page.goto(`${server.url}/import`);
  await page.getByLabel('CSV file').setInputFiles(file);
}

/** Imports a file as it is proposed, by the buttons, to its receipt. */
export async function importFile(page: Page, server: TestServer, file: GivenFile): Promise<void> {
  await openFile(page, server, file);
  await page.getByRole('button', { name: 'Check what will change' }).click();
  await page.getByRole('button', { name: /^Import \d/ }).click();
  await page.getByRole('button', { name: 'Undo this import' }).waitFor();
}

/** What the sheet holds, by column name, one record per investor. */
export async function sheet(page: Page, server: TestServer): Promise<Record<string, unknown>[]> {
  const { columns, rows } = await state(page, server);
  const names = new Map(columns.map(({ id, name }) => [id, name]));
  return rows.map(({ values }) =>
    Object.fromEntries(Object.entries(values).map(([col, value]) => [names.get(col) ?? col, value])),
  );
}

/** Writes one cell as another tab would: of the `row`th investor, in the column of that name. */
export async function writeCell(
  page: Page,
  server: TestServer,
  row: number,
  column: string,
  value: unknown,
): Promise<void> {
  const { epoch, columns, rows } = await state(page, server);
  const at = { row: rows[row]?.id, col: columns.find(({ name }) => name === column)?.id };
  const clientId = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  const push = async (mid: number, ifVer: number) => {
    const muts = [{ mid, ops: [{ t: 'cell.set', ...at, value, ifVer }] }];
    const answer = await page.request.post(`${server.url}/trpc/fundraising.push`, {
      data: { protocol: 1, epoch, clientId, muts },
      headers: { origin: server.url },
    });
    return answer.text();
  };
  // The refusal of a writer who has seen nothing tells the version to write over.
  const refused = await push(1, 0);
  const written = refused.includes('"applied"')
    ? refused
    : await push(2, Number(/"ver":(\d+)/.exec(refused)?.[1]));
  if (!written.includes('"applied"')) throw new Error(`The cell was not written: ${written}`);
}

type State = {
  epoch: string;
  columns: { id: string; name: string }[];
  rows: { id: string; values: Record<string, unknown> }[];
};

async function state(page: Page, server: TestServer): Promise<State> {
  const answer = await page.request.get(`${server.url}/trpc/fundraising.state`);
  const body = (await answer.json()) as { result: { data: State } };
  return body.result.data;
}
