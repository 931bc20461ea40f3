import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../config.ts';
import { createContext, type AppContext, type Overrides } from '../context.ts';
import { startServer } from '../http/server.ts';
import { createPasswords } from '../modules/auth/password-hash.ts';

/** A whole application on a fresh data folder. */
export interface TestApp extends AppContext {
  /** Errors that the application logged; a test that expects none can say so. */
  readonly errors: readonly string[];
}

export interface TestAppOptions extends Overrides {
  readonly config?: Partial<Config>;
}

/** Next to nothing: tests log in a lot, and what a hash costs is tested where it matters. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Real SQLite with the real migrations in a folder of its own, which `close` removes. */
export function createTestApp(options: TestAppOptions = {}): TestApp {
  const dataDir = options.config?.dataDir ?? mkdtempSync(path.join(tmpdir(), 'crm-test-'));
  const errors: string[] = [];
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    trustedProxies: [],
    ...options.config,
    dataDir,
  };
  const log = options.log ?? {
    error: (what: string, error?: unknown) => errors.push(`${what}: ${String(error)}`),
    info: () => {},
  };
  const app = createContext(config, 'server', { passwords: createPasswords(CHEAP), ...options, log });
  return {
    ...app,
    errors,
    close() {
      app.close();
      if (!options.config?.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test app that listens; `close` stops the server too. */
export interface TestServer {
  readonly app: TestApp;
  readonly port: number;
  /** e.g. `http://127.0.0.1:34567`. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startTestServer(
  options: TestAppOptions & { webDir?: string } = {},
): Promise<TestServer> {
  const app = createTestApp(options);
  const server = await startServer(app, options.webDir ?? path.join(app.config.dataDir, 'no-web'));
  return {
    app,
    port: server.port,
    url: `http://127.0.0.1:${server.port}`,
    async close() {
      await server.close();
      app.close();
    },
  };
}
