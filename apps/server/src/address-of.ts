import type { Config } from './config.ts';

/** Where people open it. */
export function addressOf(config: Config, port: number = config.port): string {
  if (config.publicUrl) return config.publicUrl.origin;
  const isEverywhere = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(config.host);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${isEverywhere ? 'localhost' : host}:${port}`;
}
