import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';

let webDir: string;
let server: TestServer;
beforeAll(async () => {
  webDir = mkdtempSync(path.join(tmpdir(), 'crm-web-'));
  mkdirSync(path.join(webDir, 'assets'));
  writeFileSync(
    path.join(webDir, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>page</p>',
  );
  writeFileSync(path.join(webDir, 'assets', 'main-abc123.js'), 'export {};');
  writeFileSync(path.join(webDir, 'icon.svg'), '<svg/>');
  server = await startTestServer({ webDir, config: { trustedProxies: ['127.0.0.1'] } });
});
afterAll(async () => {
  await server.close();
  rmSync(webDir, { recursive: true });
});

const get = (route: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${route}`, { headers });
const nonceOf = (policy: string | null) => /style-src 'self' 'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('S9: headers', () => {
  it.each(['/', '/grid', '/health', '/trpc/auth.me', '/assets/main-abc123.js', '/nothing.js'])(
    'of %s keep browsers from guessing, telling and framing',
    async (route) => {
      const { headers } = await get(route);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('ask for encryption for good only where there is some', async () => {
    const { headers } = await get('/', { 'x-forwarded-proto': 'https' });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('of answers and of the page forbid keeping them', async () => {
    expect((await get('/trpc/auth.me')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/trpc/auth.nothing')).headers.get('cache-control')).toBe('no-store');
    expect((await get('/')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('S9: the page', () => {
  it('has a policy that runs our own script alone', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).toContain(
      `connect-src 'self' ws://127.0.0.1:${server.port} wss://127.0.0.1:${server.port}`,
    );
    expect(policy).not.toContain('unsafe');
  });

  it('gets a nonce of its own with every response', async () => {
    const [a, b] = await Promise.all([get('/'), get('/')]);
    const nonce = nonceOf(a.headers.get('content-security-policy'));
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(await a.text()).toContain(`nonce="${nonce}"`);
    expect(nonceOf(b.headers.get('content-security-policy'))).not.toBe(nonce);
  });

  it('answers at every place that a person can open, and nowhere else', async () => {
    for (const route of ['/', '/index.html', '/grid', '/grid/some-view', '/setup', '/people?x=1']) {
      expect(`${route} ${await (await get(route)).text()}`).toContain('<p>page</p>');
    }
    for (const route of [
      '/assets/old-1.js',
      '/trpc',
      '/nothing.png',
      '/assets/',
      '/../package.json',
      '/%2e%2e/x.js',
    ]) {
      expect([route, (await get(route)).status]).toEqual([route, 404]);
    }
    expect((await fetch(`${server.url}/grid`, { method: 'POST' })).status).toBe(404);
  });

  it('brings hashed files for ever and others to be asked for again', async () => {
    const asset = await get('/assets/main-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('does not let a forged host into the policy', async () => {
    const { headers } = await get('/', { 'x-forwarded-host': "evil.example; script-src 'unsafe-inline'" });
    expect(headers.get('content-security-policy')).not.toContain('evil');
  });
});

describe('without a built page', () => {
  it('says so, and serves the rest', async () => {
    const bare = await startTestServer();
    expect((await fetch(`${bare.url}/`)).status).toBe(503);
    expect(await (await fetch(`${bare.url}/health`)).json()).toEqual({ ok: true });
    await bare.close();
  });
});
