/** Sent with every response (S9). */
const COMMON: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Headers of everything that is not the page itself; `secure` = the client's leg is encrypted. */
export function commonHeaders(secure: boolean): Record<string, string> {
  return {
    ...COMMON,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // Over plain HTTP it would do nothing; behind TLS it keeps the browser there.
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** The service worker's policy: it fetches our own files alone. It is held to its own script's policy, not to the page's. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/**
 * The page's policy. Style tags need the nonce, because components insert some at run time; script comes from our own files
 * alone. `connect-src` names the socket too: not every browser counts it as 'self'.
 */
export function pagePolicy(nonce: string, host: string): string {
  const sockets = /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
