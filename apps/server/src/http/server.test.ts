import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/create-test-app.ts';

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

describe('a listening server', () => {
  it('says that it is well', async () => {
    const response = await fetch(`${server.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });

  it('answers a procedure', async () => {
    const response = await fetch(`${server.url}/trpc/auth.me`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ result: { data: { state: 'anonymous' } } });
  });
});
