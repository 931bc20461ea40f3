import { useEffect, useState } from 'react';

/**
 * The one-time token of a set-up or invitation link. It stands in the fragment, which browsers keep to themselves: no
 * server log and no referrer ever holds it. Both `#token=…` and `#…` are read.
 */
export function tokenIn(hash: string): string | null {
  const text = hash.replace(/^#/, '');
  const token = new URLSearchParams(text).get('token') ?? (text.includes('=') ? null : text);
  return token === null || token.trim() === '' ? null : token.trim();
}

let kept: { path: string; token: string } | null = null;

/** The token of the link that was opened, or pasted over an open page; null when there is none. */
export function useLinkToken(): string | null {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const again = () => setToken(takeToken());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
}

/** Reads the link's token once and strips it from the address bar and the history. Kept until the page is left. */
function takeToken(): string | null {
  const found = tokenIn(location.hash);
  if (found) {
    kept = { path: location.pathname, token: found };
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return kept?.path === location.pathname ? kept.token : null;
}
