import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { APP_ROOT } from './paths.ts';

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: path.join(APP_ROOT, 'data'),
      publicUrl: null,
      trustedProxies: [],
    });
  });

  it('sets everything', () => {
    const config = readConfig({
      CRM_HOST: '0.0.0.0',
      CRM_PORT: '9000',
      CRM_DATA_DIR: '/srv/crm',
      CRM_PUBLIC_URL: 'https://crm.example.com',
      CRM_TRUSTED_PROXIES: '10.0.0.1, 172.16.0.0/12,::1',
    });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 9000, dataDir: '/srv/crm' });
    expect(config.publicUrl?.origin).toBe('https://crm.example.com');
    expect(config.trustedProxies).toEqual(['10.0.0.1', '172.16.0.0/12', '::1']);
  });

  it.each(['-1', '65536', 'http', '80.5', '0x50'])('refuses CRM_PORT=%s', (value) => {
    expect(() => readConfig({ CRM_PORT: value })).toThrow('CRM_PORT: must be a port number');
  });

  it.each(['10.0.0.300', '10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '::1/129'])(
    'refuses CRM_TRUSTED_PROXIES=%s',
    (value) => {
      expect(() => readConfig({ CRM_TRUSTED_PROXIES: value })).toThrow(
        /CRM_TRUSTED_PROXIES: .* is not an address/,
      );
    },
  );

  it.each(['http://crm.example.com', 'http://8.8.8.8:8080', 'http://[2001:db8::1]'])(
    'S1: refuses the plain-HTTP public address %s',
    (value) => {
      expect(() => readConfig({ CRM_PUBLIC_URL: value })).toThrow('CRM_PUBLIC_URL: must start with https://');
    },
  );

  it.each([
    'http://localhost:8080',
    'http://192.168.1.5',
    'http://[::1]:8080',
    'http://crm.local',
    'http://abcdefgh.onion',
    'http://nas:8080',
    'https://crm.example.com',
  ])('takes the public address %s', (value) => {
    expect(readConfig({ CRM_PUBLIC_URL: value }).publicUrl?.origin).toBe(value);
  });

  it.each(['crm.example.com', 'ftp://crm.local', 'https://crm.example.com/crm', 'https://a@crm.example.com'])(
    'refuses the public address %s, which cannot work',
    (value) => expect(() => readConfig({ CRM_PUBLIC_URL: value })).toThrow(/^CRM_PUBLIC_URL: /),
  );

  it('names every bad value, one to a line', () => {
    const read = () => readConfig({ CRM_PORT: 'x', CRM_PUBLIC_URL: 'y' });
    expect(read).toThrow('CRM_PORT: must be a port number\nCRM_PUBLIC_URL: is not a URL');
  });
});
