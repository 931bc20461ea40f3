import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createBrowser } from '../testing/browser.ts';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';
import { signUpAdmin } from '../testing/people.ts';
import { runProgram, type Ended } from '../testing/process.ts';
import { watchForeignWrites } from '../db/foreign-writes.ts';

// Each verb is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
let server: TestServer | null = null;
beforeEach(() => void (dir = mkdtempSync(path.join(tmpdir(), 'crm-cli-'))));
afterEach(async () => {
  await server?.close();
  server = null;
  rmSync(dir, { recursive: true });
});

const Invited = z.object({ email: z.string(), role: z.string(), url: z.string() });
const Examined = z.object({ ok: z.boolean(), findings: z.array(z.object({ check: z.string() })) });

const crm = (...args: string[]): Promise<Ended> =>
  runProgram('cli.ts', args, { CRM_DATA_DIR: dir, CRM_PUBLIC_URL: 'https://crm.example.com' });

describe('crm on an empty data folder', () => {
  it('invites, and lists who was invited', async () => {
    const made = await crm('invite', 'Ben@Fund.example', '--role', 'admin', '--json');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const answer = Invited.parse(JSON.parse(made.stdout));
    expect(answer).toMatchObject({ email: 'ben@fund.example', role: 'admin' });
    expect(answer.url).toMatch(/^https:\/\/crm\.example\.com\/invite#[\w-]{43}$/);
    const { stdout } = await crm('users');
    expect(stdout).toMatch(/^ben@fund\.example – invited as admin, until /);
  });

  it('finds nothing wrong', async () => {
    const { code, stdout } = await crm('doctor', '--json');
    expect(code).toBe(0);
    const { ok, findings } = Examined.parse(JSON.parse(stdout));
    expect(ok).toBe(true);
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['settings', 'integrity', 'references', 'audit', 'op log', 'cells', 'disk']),
    );
  });

  it.each([
    [['invite', 'ben'], 'crm: "ben" is not an e-mail address.\n'],
    [['users', '--reset-password', 'x@y.example'], 'crm: Nobody here has the address x@y.example.\n'],
    [['nonsense'], "crm: unknown command 'nonsense'\n"],
    [['invite'], "crm: missing required argument 'email'\n"],
  ])('ends %j with 1 and one line', async (args, stderr) => {
    expect(await crm(...args)).toEqual({ code: 1, stdout: '', stderr });
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(path.join(dir, 'crm.sqlite'), 'not a database at all, just some text');
    const { code, stdout, stderr } = await crm('users', '--json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `crm: ${path.join(dir, 'crm.sqlite')} is damaged or not a database. Restore a backup.\n`,
    );
  });
});

describe('crm beside a running server', () => {
  it('invites someone who can then come in', async () => {
    server = await startTestServer({ config: { dataDir: dir } });
    await signUpAdmin(server);
    const hasForeignWrites = watchForeignWrites(server.app.db);
    const { stdout } = await crm('invite', 'ben@fund.example', '--json');
    expect([hasForeignWrites(), hasForeignWrites()]).toEqual([true, false]);
    const token = new URL(Invited.parse(JSON.parse(stdout)).url).hash.slice(1);
    const browser = createBrowser(server);
    const input = { token, name: 'Ben', password: 'a long phrase of ben' };
    expect((await browser.post('auth.acceptInvitation', input)).status).toBe(200);
    expect(JSON.parse((await crm('doctor', '--json')).stdout)).toMatchObject({ ok: true });
  });

  it('gives a person a new password and ends their logins', async () => {
    server = await startTestServer({ config: { dataDir: dir } });
    const { browser, email } = await signUpAdmin(server);
    const { stdout } = await crm('users', '--reset-password', email, '--json');
    const { password } = z.object({ password: z.string() }).parse(JSON.parse(stdout));
    expect((await browser.get('auth.people')).status).toBe(401);
    expect((await browser.post('auth.login', { email, password })).status).toBe(200);
  });
});

describe('crm doctor', () => {
  it('ends with 1 and names what is wrong', async () => {
    server = await startTestServer({ config: { dataDir: dir } });
    await signUpAdmin(server);
    server.app.db.sqlite.exec("DROP TRIGGER audit_no_update; UPDATE audit SET detail = '{}'");
    const { code, stdout, stderr } = await crm('doctor');
    expect(code).toBe(1);
    expect(stdout).toContain('BAD audit: row 1 was changed');
    expect(stderr).toBe('crm: something is wrong: audit\n');
  });
});
