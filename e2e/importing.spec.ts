/** Bringing tables in: from a file over the dry run to the receipt and back, on the built server. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { airtableCsv, importFile, openFile, rawFile, sheet, writeCell } from './support/import-files.ts';
import { ADMIN, MEMBER } from './support/people.ts';
import { expect, test } from './support/test.ts';

const LINES = [
  'Firm,Met on,Tags,Raised,Remarks,Fund I',
  '"Acme, Inc.",1/4/2026,"a,b",$30.00,"one\ntwo",$5.00',
  'Bolt,2/3/2026,"b,c",$1.50,,',
  'Cedar,5/6/2026,"a,c",$18.2M,x,$6.00',
  'Dune,,"a,b",,,',
];
const FILE = airtableCsv(LINES);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const count = (page: Page, name: string) =>
  page.getByRole('definition').and(page.locator('dl > div').filter({ hasText: name }).locator('dd'));
const next = (page: Page) => page.getByRole('button', { name: 'Check what will change' });

async function answer(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Met on: The day' }).check();
  await page.getByRole('radio', { name: 'Tags: A list' }).check();
}

test('a table of Airtable: questions, dry run, receipt, and the same file again', async ({
  admin,
  server,
}) => {
  await openFile(admin, server, FILE);
  await expect(heading(admin, 'Investors-Grid view.csv')).toBeFocused();
  await expect(admin.getByText('4 rows, 6 columns')).toBeVisible();
  await expect(
    admin.getByText('All 3 cells are dates; none shows whether the day or the month'),
  ).toBeVisible();
  await expect(admin.getByText('1 are abbreviated, so digits may be missing')).toBeVisible();
  await expect(
    admin.getByText('It tells all rows apart: 4 of 4 are filled, and no two are alike.'),
  ).toBeVisible();
  // The first text holds the names, an amount that is named like a fund becomes one.
  await expect(admin.getByLabel('Where Firm goes').locator('option:checked')).toHaveText('Name');
  await expect(admin.getByLabel('Where Fund I goes')).toHaveValue('fund');
  await expect(admin.getByLabel('Currency of Fund I')).toHaveValue('USD');

  await next(admin).click();
  await expect(admin.getByRole('radio', { name: 'Met on: The month' })).toBeFocused();
  await expect(admin.getByText('Answer this first.')).toHaveCount(2);
  await answer(admin);
  await next(admin).click();

  await expect(heading(admin, 'Check what will change')).toBeFocused();
  await expect(count(admin, 'New investors')).toHaveText('4');
  const account = admin.getByRole('group', { name: 'Account of the cells' });
  await expect(account).toContainText(/18cells read.*= 17imported.*\+ 1changed in meaning.*\+ 0rejected/);
  await admin.getByRole('button', { name: /^Changed in meaning/ }).click();
  await expect(admin.getByRole('row', { name: /Cedar/ })).toContainText('$18.2M');
  await admin.getByRole('button', { name: 'Import 4 rows' }).click();

  await expect(heading(admin, 'Investors-Grid view.csv: 4 new investors')).toBeFocused();
  await expect(account).toContainText(/18cells read.*= 17imported.*\+ 1changed in meaning.*\+ 0rejected/);
  const rows = await sheet(admin, server);
  expect(rows.map((row) => [row.Name, row['Met on'], row.Remarks])).toEqual([
    ['Acme, Inc.', '2026-04-01', 'one\ntwo'],
    ['Bolt', '2026-03-02', undefined],
    ['Cedar', '2026-06-05', 'x'],
    ['Dune', undefined, undefined],
  ]);

  await openFile(admin, server, FILE);
  await admin.getByRole('radio', { name: 'Met on: The day' }).check();
  await next(admin).click();
  await expect(admin.getByText('0 changes. Everything in this file is in the sheet already.')).toBeVisible();
  await expect(count(admin, 'Unchanged')).toHaveText('4');
  await expect(admin.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  await admin.getByRole('button', { name: 'Back to the sheet' }).click();
  await expect(admin).toHaveURL(/\/grid/);
});

test('what was edited here is left alone and explained; the rest changes; undo says what it left', async ({
  admin,
  member,
  server,
}) => {
  const lines = ['Name,Stage,Remarks', 'Ann,Hot,one', 'Bob,Cold,two', 'Cy,Hot,three'];
  await importFile(member, server, airtableCsv(lines, 'first.csv'));
  await writeCell(admin, server, 0, 'Remarks', 'mine');
  const changed = lines.map((line) => line.replace(/one$/, 'ONE').replace(/two$/, 'TWO'));
  await openFile(admin, server, airtableCsv([...changed, 'Di,Hot,four'], 'second.csv'));
  await next(admin).click();
  await expect(
    admin.getByText('1 cell was edited here since the last import and differs from the file'),
  ).toBeVisible();
  await admin.getByRole('button', { name: /^Edited here/ }).click();
  const conflict = admin.getByRole('row', { name: /Ann/ });
  await expect(conflict).toContainText('mine');
  await expect(conflict).toContainText('ONE');
  await expect(conflict).toContainText('left as it is');
  await admin.getByRole('button', { name: /^Changed \d/ }).click();
  await expect(admin.getByRole('row', { name: /Bob/ })).toContainText(/two.*TWO/);
  await admin.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(heading(admin, 'second.csv: 1 new investor, 1 changed')).toBeVisible();
  expect((await sheet(admin, server)).map((row) => row.Remarks)).toEqual(['mine', 'TWO', 'three', 'four']);

  await writeCell(admin, server, 1, 'Remarks', 'later');
  await admin.getByRole('button', { name: 'Undo this import' }).click();
  await expect(admin.getByRole('alertdialog')).toContainText('edited since stay as they are');
  await admin.getByRole('button', { name: 'Undo the import' }).click();
  await expect(heading(admin, 'The import of second.csv was undone')).toBeVisible();
  await expect(admin.getByText('1 thing was left')).toBeVisible();
  await expect(admin.getByText('column “Remarks”')).toBeVisible();
  expect((await sheet(admin, server)).map((row) => row.Remarks)).toEqual(['mine', 'later', 'three']);

  await admin.getByRole('link', { name: 'Import another file' }).click();
  const run = (name: string) => admin.getByRole('listitem').filter({ hasText: name });
  await expect(run('second.csv')).toContainText(`${ADMIN.name} ·`);
  await expect(run('second.csv')).toContainText('Undone');
  await expect(run('first.csv')).toContainText(`${MEMBER.name} ·`);
  await run('first.csv').getByRole('button', { name: 'Actions for first.csv' }).click();
  await admin.getByRole('menuitem', { name: 'Undo the import' }).click();
  await admin.getByRole('button', { name: 'Undo the import' }).click();
  await expect(heading(admin, 'The import of first.csv was undone')).toBeVisible();
});

/** Lets files fall on the page's navigation: of so many bytes, or a small table. */
async function drop(page: Page, files: { name: string; bytes?: number }[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of given) {
      dataTransfer.items.add(new File([bytes ? new Uint8Array(bytes) : 'Name,City\nAnn,Bern'], name));
    }
    for (const type of ['dragover', 'drop']) {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('nav')?.dispatchEvent(event);
    }
  }, files);
}

const BAD: [what: string, content: string | Uint8Array, sentence: RegExp][] = [
  ['an empty file', '', /The file is empty/],
  ['Latin-1', Buffer.from('Name\nZ\u00fcrich', 'latin1'), /not in UTF-8/],
  ['UTF-16', Buffer.from('\ufeffName\nAnn', 'utf16le'), /UTF-16/],
  ['rows of unequal width', 'Name,City\nAnn,Bern\nBob', /Row 2 has 1 cells, but the header has 2/],
  ['two columns of one name', 'Name,Name\na,b', /Two columns are called “Name”/],
  ['a formula for a name', '"=cmd()",b\n1,2', /begins like a formula/],
  ['no header', 'ann@acme.com,2026-01-02\nbob@bolt.com,2026-01-03', /first row looks like data/],
  ['a NUL', 'Name\nA\0B', /Line 2 holds a NUL/],
  ['a workbook', 'PK\u0003\u0004', /Excel workbook/],
  ['an open quote', 'Name\n"open', /not closed/],
];

test('bad files get one clear sentence each, and change nothing', async ({ admin, server }) => {
  await admin.goto(`${server.url}/import`);
  for (const [what, content, sentence] of BAD) {
    await admin.getByLabel('CSV file').setInputFiles(rawFile(content, `${what}.csv`));
    const alert = admin.getByRole('alert').filter({ hasText: sentence });
    await expect(alert, what).toBeVisible();
    await expect(alert, what).toContainText(`${what}.csv`);
  }
  await drop(admin, [{ name: 'huge.csv', bytes: 100 * 1024 * 1024 }]);
  await expect(
    admin.getByText('“huge.csv” has 105 MB; at most 10 MB can be imported at once.'),
  ).toBeVisible();
  await expect(admin.getByText('Nothing was changed.')).toBeVisible();
  await expect(admin.getByText('No file has been imported yet.')).toBeVisible();
  await expect(admin).toHaveURL(`${server.url}/import`);
});

test('choices outlive going back and a reload; another tab is told where they are', async ({
  admin,
  server,
}) => {
  await openFile(admin, server, FILE);
  await admin.getByLabel('Name of the new column for Raised').fill('Assets');
  await admin.getByLabel('Where Remarks goes').selectOption('skip');
  await answer(admin);
  await admin.reload();
  await expect(admin.getByLabel('Name of the new column for Raised')).toHaveValue('Assets');
  await next(admin).click();
  await expect(admin.getByText('not taken; 2 stand in columns left out')).toBeVisible();
  await admin.reload();
  await expect(count(admin, 'New investors')).toHaveText('4');
  await admin.goBack();
  await expect(admin.getByLabel('Where Remarks goes')).toHaveValue('skip');
  await expect(admin.getByRole('radio', { name: 'Met on: The day' })).toBeChecked();
  await admin.getByRole('link', { name: 'Choose another file' }).click();
  await expect(
    admin.getByText('“Investors-Grid view.csv” with 4 rows is opened and not imported yet.'),
  ).toBeVisible();
  await admin.getByRole('link', { name: 'Continue' }).click();
  await expect(admin.getByLabel('Name of the new column for Raised')).toHaveValue('Assets');

  const other = await admin.context().newPage();
  await other.goto(admin.url());
  await expect(heading(other, 'Investors-Grid view.csv is not imported yet')).toBeVisible();
  await other.getByLabel('CSV file').setInputFiles(FILE);
  await expect(heading(other, 'Investors-Grid view.csv')).toBeVisible();
  await admin.reload();
  await expect(heading(admin, 'Investors-Grid view.csv was put aside')).toBeVisible();
});

test('a mapping that cannot be is explained where it is', async ({ admin, server }) => {
  await openFile(admin, server, airtableCsv(['Name,Size,Deal', 'Ann,1,x', 'Ann,2,y', 'Cy,,']));
  await expect(admin.getByText('2 rows share their value with another (“Ann”)')).toBeVisible();
  await admin.getByLabel('Name of the new column for Size').fill('deal');
  await expect(
    admin.getByText('Two columns would be called “deal”: rename one of them.', { exact: true }),
  ).toBeVisible();
  await admin.getByLabel('Name of the new column for Size').fill('Notes');
  await expect(admin.getByText('The sheet has a column “Notes” already')).toBeVisible();
  await admin.getByLabel('Name of the new column for Size').fill('');
  await next(admin).click();
  await expect(admin.getByLabel('Name of the new column for Size')).toHaveAttribute('aria-invalid', 'true');
  await admin.getByLabel('Where Size goes').selectOption({ label: 'Name' });
  await expect(admin.getByText('Two columns of the file go to “Name”')).toHaveCount(2);
  await admin.getByLabel('Where Size goes').selectOption('skip');
  await admin.getByLabel('Where Name goes').selectOption('skip');
  await expect(admin.getByText('is left out, so rows cannot be found by it')).toBeVisible();
  await expect(admin.getByText('No column goes to “Name”')).toBeVisible();
  await admin.getByRole('radio', { name: 'Every row is a new investor' }).check();
  await expect(admin.getByText('All 3 rows become new.')).toBeVisible();
  await admin.getByLabel('Where Deal goes').selectOption('skip');
  await expect(admin.getByText('Every column is left out')).toBeVisible();
});

test('problems are listed, and can be saved as a file before and after', async ({ admin, server }) => {
  const lines = ['Name,Met on', 'Ann,25/4/2025 2:30siang', 'Bob,25/4/2025 2:30pm'];
  await openFile(admin, server, airtableCsv(lines, 'LPs.csv'));
  await next(admin).click();
  await admin.getByRole('button', { name: /^Rejected \d/ }).click();
  await expect(admin.getByRole('row', { name: /2:30siang/ })).toContainText('another language');
  const saved = async (button: string) => {
    const waiting = admin.waitForEvent('download');
    await admin.getByRole('button', { name: button }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('LPs (not imported).csv');
    return readFile(await download.path(), 'utf8');
  };
  expect(await saved('Download the problems')).toMatch(/^\ufeffName,Met on,Why not imported\nAnn,/);
  await admin.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(heading(admin, 'LPs.csv: 2 new investors')).toBeVisible();
  expect(await saved('Download the rejected rows')).toContain('2:30siang');
});

test('a dropped file opens, wherever on the page it falls', async ({ admin, server }) => {
  await admin.goto(`${server.url}/import`);
  await expect(admin.getByText('Drop a CSV file anywhere')).toBeVisible();
  await drop(admin, [{ name: 'a.csv' }, { name: 'b.csv' }]);
  await expect(admin.getByText('Those were 2 files: import one at a time.')).toBeVisible();
  await drop(admin, [{ name: 'dropped.csv' }]);
  await expect(heading(admin, 'dropped.csv')).toBeVisible();
});

test('an import goes on without its page, is found again, and says how far it is', async ({
  admin,
  server,
}) => {
  let held = true;
  await admin.route('**/trpc/importing.{status,list}*', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = held ? text.replace('"state":"done","done":3', '"state":"running","done":1') : text;
    await route.fulfill({ response, body });
  });
  await openFile(admin, server, airtableCsv(['Name,City', 'Ann,Bern', 'Bob,Rome', 'Cy,Oslo']));
  await next(admin).click();
  await admin.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(heading(admin, 'Importing Investors-Grid view.csv')).toBeFocused();
  await expect(admin.getByRole('progressbar', { name: 'Rows' })).toHaveAttribute(
    'aria-valuetext',
    /1 of 3 rows/,
  );
  await admin.locator('main').getByRole('link', { name: 'Back to the sheet' }).last().click();
  await expect(admin).toHaveURL(/\/grid/);
  await admin.getByRole('link', { name: 'Import', exact: true }).click();
  await expect(admin.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await admin.getByRole('link', { name: 'Investors-Grid view.csv' }).click();
  await expect(heading(admin, 'Importing Investors-Grid view.csv')).toBeVisible();
  held = false;
  await expect(heading(admin, 'Investors-Grid view.csv: 3 new investors')).toBeFocused();
});

test('exports: three shapes, and our own read back changes nothing', async ({ admin, server }) => {
  await importFile(admin, server, airtableCsv(['Name,Size', 'Ann,-5', '"=1+1",7']));
  const exported = async (format: string) => {
    await admin.keyboard.press('ControlOrMeta+k');
    await admin.getByPlaceholder(/^Search/).fill('export');
    await admin.keyboard.press('Enter');
    await expect(admin.getByRole('dialog', { name: 'Export the sheet' })).toBeVisible();
    await admin.getByRole('radio', { name: format }).check();
    const waiting = admin.waitForEvent('download');
    await admin.getByRole('button', { name: 'Save the file' }).click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    await expect(admin.getByRole('dialog')).toHaveCount(0);
    return text;
  };
  const safe = await exported('CSV For Excel');
  expect(safe).toContain("\n'=1+1");
  expect(safe).toMatch(/Ann.*,-5/);
  expect(await exported('CSV as Airtable')).toContain('\n=1+1');
  expect(JSON.parse(await exported('JSON'))).toMatchObject({ format: 'venture-crm' });
  await openFile(admin, server, rawFile(safe, 'own.csv'));
  await next(admin).click();
  await expect(admin.getByText('0 changes.')).toBeVisible();
});

test('by keyboard alone, from anywhere to the receipt', async ({ admin, server }) => {
  await admin.goto(`${server.url}/settings/you`);
  await expect(heading(admin, 'Profile')).toBeVisible();
  const tabTo = async (name: string) => {
    const wanted = admin.getByRole('button', { name });
    for (let n = 0; n < 60; n += 1) {
      await admin.keyboard.press('Tab');
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab does not reach “${name}”`);
  };
  await admin.keyboard.press('ControlOrMeta+k');
  await admin.getByPlaceholder(/^Search/).fill('import a file');
  await admin.keyboard.press('Enter');
  await expect(heading(admin, 'Import investors from a file')).toBeFocused();
  await tabTo('Choose a file');
  const chooser = admin.waitForEvent('filechooser');
  await admin.keyboard.press('Enter');
  await (await chooser).setFiles(airtableCsv(['Name,City', 'Ann,Bern']));
  await expect(heading(admin, 'Investors-Grid view.csv')).toBeFocused();
  await tabTo('Check what will change');
  await admin.keyboard.press('Enter');
  await expect(heading(admin, 'Check what will change')).toBeFocused();
  await expect(count(admin, 'New investors')).toHaveText('1');
  await tabTo('Import 1 row');
  await admin.keyboard.press('Enter');
  await expect(heading(admin, 'Investors-Grid view.csv: 1 new investor')).toBeFocused();
  await tabTo('Open the sheet');
});

test('every step is accessible and fits 360 px', async ({ admin, server }) => {
  test.slow();
  const check = async (what: string) => {
    for (const { colorScheme, ...size } of [
      { width: 1440, height: 900, colorScheme: 'light' },
      { width: 360, height: 740, colorScheme: 'dark' },
    ] as const) {
      await admin.setViewportSize(size);
      await admin.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(admin, `${what}, ${colorScheme}, ${size.width} px`);
      const wider = await admin.evaluate(() => {
        const main = document.querySelector('main');
        return Math.max(
          document.documentElement.scrollWidth - window.innerWidth,
          main ? main.scrollWidth - main.clientWidth : 0,
        );
      });
      expect(wider, `${what} at ${size.width} px`).toBeLessThanOrEqual(0);
    }
    await admin.setViewportSize({ width: 1440, height: 900 });
  };
  await admin.goto(`${server.url}/import`);
  await admin.getByLabel('CSV file').setInputFiles(rawFile('', 'empty.csv'));
  await expect(admin.getByRole('alert').filter({ hasText: 'empty' })).toBeVisible();
  await check('file, with a complaint');
  await openFile(admin, server, FILE);
  await admin.getByLabel('Name of the new column for Raised').fill('');
  await next(admin).click();
  await check('columns, with questions');
  await admin.getByLabel('Name of the new column for Raised').fill('Raised');
  await answer(admin);
  await admin.getByLabel('Where Remarks goes').selectOption('skip');
  await next(admin).click();
  await expect(count(admin, 'New investors')).toHaveText('4');
  await check('dry run');
  await admin.getByRole('button', { name: /^Rejected \d/ }).click();
  await check('dry run, rejected');
  await admin.getByRole('button', { name: 'Import 4 rows' }).click();
  await expect(admin.getByRole('button', { name: 'Undo this import' })).toBeVisible();
  await check('receipt');
  await admin.goto(`${server.url}/import/export`);
  await expect(admin.getByRole('dialog', { name: 'Export the sheet' })).toBeVisible();
  await check('export');
  await admin.keyboard.press('Escape');
  await expect(admin.getByText('4 new investors')).toBeVisible();
  await check('imports so far');
});
