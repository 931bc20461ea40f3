/** Where the sign-in page leads: a path of this app from `?next=`, anything else the start page. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  // `//host` and `/\host` are other sites to a browser.
  const isPath = /^\/(?![/\\])/.test(next);
  return isPath && !/^\/(login|setup|invite)\b/.test(next) ? next : '/';
}

/**
 * The sign-in page's address for somebody who wanted `path`.
 * @param ended whether they were signed in until now, and not by their own choice are not any more
 */
export function loginPath(path: string, ended: boolean): string {
  const search = new URLSearchParams();
  if (path !== '/' && path !== '/grid' && path !== '/setup') search.set('next', path);
  if (ended) search.set('ended', '');
  const text = search.toString().replace(/=(?=&|$)/, '');
  return text ? `/login?${text}` : '/login';
}
