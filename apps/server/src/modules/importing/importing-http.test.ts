import { ExportOutput } from '@crm/shared/contract/fundraising';
import { BeginOutput, ImportStatus, PlanOutput, UndoOutput } from '@crm/shared/contract/importing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/create-test-app.ts';
import { join, signUpAdmin, type SignedIn } from '../../testing/people.ts';

vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
let admin: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signUpAdmin(server);
});
afterAll(() => server.close());

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

it('goes from the file to the receipt, and back', async () => {
  const { browser, id: userId } = admin;
  const changes: string[] = [];
  server.app.bus.on('changed', (what) => changes.push(what));
  const file = {
    fileName: 'Investors-Grid view.csv',
    base64: base64('\ufeffName,Size\nAnn,$5.00\nBob,$18.2M'),
  };
  const begun = BeginOutput.parse((await browser.post('importing.begin', file)).data);
  expect(begun).toMatchObject({
    rows: 2,
    mergeKey: 0,
    warnings: [],
    preview: [
      ['Ann', '$5.00'],
      ['Bob', '$18.2M'],
    ],
  });
  expect(begun.mapping[0]).toMatchObject({ to: 'existing' });
  const { id, mapping, mergeKey } = begun;
  const planned = PlanOutput.parse((await browser.post('importing.plan', { id, mapping, mergeKey })).data);
  expect(planned.receipt).toMatchObject({ rows: { new: 2 }, cells: { imported: 3, changedInMeaning: 1 } });
  expect((await browser.post('importing.start', { id })).status).toBe(200);
  const status = async () => ImportStatus.parse((await browser.get('importing.status', { id })).data);
  await expect.poll(async () => (await status()).state).toBe('done');
  expect(await status()).toMatchObject({ done: 2, total: 2, userId });
  expect(changes).toContain('imports');
  const exported = ExportOutput.parse((await browser.get('fundraising.export', { format: 'csv' })).data);
  expect(exported.fileName).toBe('Ten Rivers-Grid view.csv');
  expect(exported.text).toMatch(/\nAnn,.*\nBob,/);
  const undone = UndoOutput.parse((await browser.post('importing.undo', { id })).data);
  expect(undone.skipped).toEqual([]);
  expect((await status()).state).toBe('undone');
});

it('keeps one person’s import from another, and tells what is wrong with a file', async () => {
  const ben = await join(server, admin, 'ben@fund.example');
  const file = { fileName: 'a.csv', base64: base64('Name\nAnn') };
  const { id, mapping, mergeKey } = BeginOutput.parse(
    (await admin.browser.post('importing.begin', file)).data,
  );
  expect(await ben.browser.post('importing.plan', { id, mapping, mergeKey })).toMatchObject({ status: 404 });
  expect(await admin.browser.post('importing.start', { id })).toMatchObject({ code: 'CONFLICT' });
  const bad = { fileName: 'a.csv', base64: Buffer.of(0xff, 0xfe, 1, 0).toString('base64') };
  expect(await ben.browser.post('importing.begin', bad)).toMatchObject({
    code: 'BAD_INPUT',
    message: 'The file is in UTF-16: save it as “CSV UTF-8” first.',
  });
});
