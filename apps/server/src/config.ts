import { AppError } from '@crm/shared';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { APP_ROOT } from './paths.ts';
import { isPrivateHost } from './http/private-host.ts';

/** What the server is told from outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Where people reach it, without a trailing slash; null = wherever they came from. */
  readonly publicUrl: URL | null;
  /** Addresses or CIDR blocks of proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[];
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .pipe(z.number().max(65_535, 'must be a port number'));
const text = (fallback: string) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim() || fallback);

const Environment = z.object({
  CRM_HOST: text('127.0.0.1'),
  CRM_PORT: text('8080').pipe(port),
  CRM_DATA_DIR: text(path.join(APP_ROOT, 'data')).transform((dir) => path.resolve(dir)),
  CRM_PUBLIC_URL: text('').transform((value, ctx): URL | null => {
    if (value === '') return null;
    const url = URL.parse(value);
    const problem = publicUrlProblem(url);
    if (url && problem === null) return url;
    ctx.addIssue({ code: 'custom', message: problem ?? 'is not a URL' });
    return z.NEVER;
  }),
  CRM_TRUSTED_PROXIES: text('').transform((value, ctx) => {
    const list = value.split(',').map((entry) => entry.trim());
    const proxies = list.filter((entry) => entry !== '');
    const bad = proxies.find((entry) => !isAddressBlock(entry));
    if (bad !== undefined)
      ctx.addIssue({ code: 'custom', message: `"${bad}" is not an address or CIDR block` });
    return proxies;
  }),
});

/**
 * Reads the environment; nothing else in the server does.
 * @throws AppError BAD_INPUT with one line per bad value
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('BAD_INPUT', lines.join('\n'));
  }
  const { data } = parsed;
  return {
    host: data.CRM_HOST,
    port: data.CRM_PORT,
    dataDir: data.CRM_DATA_DIR,
    publicUrl: data.CRM_PUBLIC_URL,
    trustedProxies: data.CRM_TRUSTED_PROXIES,
  };
}

/** A session cookie must not cross the open internet unencrypted (S1). */
function publicUrlProblem(url: URL | null): string | null {
  if (!url) return 'is not a URL';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'must start with https:// or http://';
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    return 'must be an address without a path';
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    return 'must start with https://, because sessions would cross the internet unencrypted';
  }
  return null;
}

function isAddressBlock(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
