import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import type { Origin } from './address.ts';
import { isPrivateHost } from './private-host.ts';

/**
 * Whether a browser page that sends this request is ours (S6). Programs send no `Origin` and carry no cookie of anyone's;
 * a page always sends it with a POST and with a WebSocket.
 */
export function isOwnOrigin(request: IncomingMessage, from: Origin, publicUrl: Config['publicUrl']): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site';
  const url = URL.parse(origin);
  if (!url) return false;
  if (publicUrl && url.origin === publicUrl.origin) return true;
  // Directly, past the proxy: only from the machine itself or its network.
  return url.host === from.host && (publicUrl === null || isPrivateHost(url.hostname));
}

/** Exactly JSON: the types that a page may post without asking (`text/plain`, forms) are refused. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json(; ?charset=utf-8)?$/i.test(contentType ?? '');
}
