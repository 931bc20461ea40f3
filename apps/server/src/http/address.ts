import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Config } from '../config.ts';

/** What the server believes of where a request came from. */
export interface Origin {
  /** The client's address. */
  readonly address: string;
  /** Whether the client's own leg is encrypted. */
  readonly secure: boolean;
  /** Host and port that the client asked for. */
  readonly host: string;
}

/** Reads requests' origins, believing `X-Forwarded-*` only from the proxies that are listed (S5). */
export function createOriginReader(config: Pick<Config, 'trustedProxies' | 'publicUrl'>) {
  const trusted = blockListOf(config.trustedProxies);

  return (request: IncomingMessage): Origin => {
    const peer = plain(request.socket.remoteAddress ?? '');
    const viaProxy = isListed(trusted, peer);
    const header = (name: string) => (viaProxy ? lastOf(request.headers[name]) : undefined);
    return {
      address: viaProxy ? clientBehind(trusted, peer, request.headers['x-forwarded-for']) : peer,
      secure: config.publicUrl?.protocol === 'https:' || header('x-forwarded-proto') === 'https',
      host: header('x-forwarded-host') ?? request.headers.host ?? '',
    };
  };
}

/** Walks the list from the right, past our own proxies, to the first address that nobody of ours vouches for. */
function clientBehind(trusted: BlockList, peer: string, forwarded: string | string[] | undefined): string {
  const hops = [forwarded ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => plain(hop.trim()));
  let client = peer;
  for (const hop of hops.toReversed()) {
    if (isIP(hop) === 0) break;
    client = hop;
    if (!isListed(trusted, hop)) break;
  }
  return client;
}

function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

function isListed(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** An IPv4 address in IPv6 clothes is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return [header ?? []].flat().join(',').split(',').at(-1)?.trim() || undefined;
}
