import { MAX_AGE_MS } from '../modules/auth/sessions.usecases.ts';

/**
 * Name of the session cookie. Over TLS `__Host-` ties it to this host and to encryption; over plain HTTP browsers share
 * cookies among the ports of a host, so the name carries the port.
 */
export function cookieName(secure: boolean, port: number): string {
  return secure ? '__Host-crm_session' : `crm_session_${port}`;
}

/** The value of a cookie in a `Cookie` header; null when absent or not of a token's shape. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value && /^[\w-]{20,100}$/.test(value) ? value : null;
  }
  return null;
}

/** A `Set-Cookie` header that gives the token, or with null takes it away. */
export function sessionCookie(token: string | null, secure: boolean, port: number): string {
  const age = token === null ? 0 : MAX_AGE_MS / 1000;
  const parts = [
    `${cookieName(secure, port)}=${token ?? ''}`,
    'Path=/',
    `Max-Age=${age}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}
