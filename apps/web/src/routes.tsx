import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { Frame } from './app/frame.tsx';
import { NotFound } from './app/not-found.tsx';
import { useSession } from './app/session.ts';
import { Unreachable } from './app/unreachable.tsx';

/** The grid's page: `features/grid/page.tsx`, exporting `GridPage`. */
const gridParts = import.meta.glob<{ GridPage: ComponentType }>('./features/grid/page.tsx');
const GridPage = lazy(async () => {
  const part = await gridParts['./features/grid/page.tsx']?.();
  return { default: part?.GridPage ?? NotFound };
});

/** Every page of the app. What a role may not see is not routed, and the server refuses it besides. */
export function Routes() {
  const session = useSession();
  const [path] = useLocation();
  const search = useSearch();
  if (!session.data) return session.error ? <Unreachable onRetry={() => void session.refetch()} /> : null;
  if (session.data.state !== 'signedIn') return <NotFound />;
  void path;
  void search;
  return (
    <Frame>
      <Switch>
        <Route path="/">
          <Redirect to="/grid" replace />
        </Route>
        <Route path="/grid/*?">
          <GridPage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Frame>
  );
}

export type { ReactNode };
export { Suspense };
