import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createOriginReader } from './address.ts';

/** A request from `peer` with these headers. */
function request(peer: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: peer });
  return Object.assign(new IncomingMessage(socket), { headers: { host: 'crm.local', ...headers } });
}

const trusting = createOriginReader({
  trustedProxies: ['10.0.0.1', '172.16.0.0/12', 'fd00::/8'],
  publicUrl: null,
});
const direct = createOriginReader({ trustedProxies: [], publicUrl: null });

describe('S5: X-Forwarded-For', () => {
  it.each([
    ['is not believed from a stranger', '8.8.8.8', '1.2.3.4', '8.8.8.8'],
    ['is believed from a listed proxy', '10.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['is believed from a listed network, in IPv6 clothes too', '::ffff:172.16.3.4', '1.2.3.4', '1.2.3.4'],
    [
      'is walked from the right: what the client forged stands left',
      '10.0.0.1',
      '6.6.6.6, 1.2.3.4',
      '1.2.3.4',
    ],
    ['is walked past our own proxies', '10.0.0.1', '6.6.6.6, 1.2.3.4, 172.20.0.9, 10.0.0.1', '1.2.3.4'],
    ['ends where it stops making sense', '10.0.0.1', '1.2.3.4, unknown', '10.0.0.1'],
    ['may be IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['may be empty', '10.0.0.1', '', '10.0.0.1'],
  ])('%s', (_what, peer, forwarded, expected) => {
    expect(trusting(request(peer, { 'x-forwarded-for': forwarded })).address).toBe(expected);
  });

  it('is never believed when no proxy is listed', () => {
    const forged = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
    };
    expect(direct(request('127.0.0.1', forged))).toEqual({
      address: '127.0.0.1',
      secure: false,
      host: 'crm.local',
    });
    expect(trusting(request('10.0.0.1', forged))).toEqual({
      address: '1.2.3.4',
      secure: true,
      host: 'evil.example',
    });
  });
});
