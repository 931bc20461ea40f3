import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { Frame } from './app/frame.tsx';
import { loginPath, nextPath } from './app/next-path.ts';
import { NotFound } from './app/not-found.tsx';
import {
  followOtherTabs,
  forgetPerson,
  hasLeftByChoice,
  type Me,
  type SignedIn,
  useSession,
} from './app/session.ts';
import { applyTheme } from './app/theme.ts';
import { Unreachable } from './app/unreachable.tsx';
import { LoadingLines } from './ui/progress.tsx';

const GridPage = lazy(() => import('./features/grid/page.tsx').then((part) => ({ default: part.GridPage })));
const AcceptPage = lazy(() =>
  import('./features/auth/accept-page.tsx').then((part) => ({ default: part.AcceptPage })),
);
const LoginPage = lazy(() =>
  import('./features/auth/login-page.tsx').then((part) => ({ default: part.LoginPage })),
);
const SetupPage = lazy(() =>
  import('./features/auth/setup-page.tsx').then((part) => ({ default: part.SetupPage })),
);
const YouPage = lazy(() =>
  import('./features/auth/you-page.tsx').then((part) => ({ default: part.YouPage })),
);
const PeoplePage = lazy(() =>
  import('./features/admin/people-page.tsx').then((part) => ({ default: part.PeoplePage })),
);
const ImportPage = lazy(() =>
  import('./features/importing/page.tsx').then((part) => ({ default: part.ImportPage })),
);
const WorkspacePage = lazy(() =>
  import('./features/admin/workspace-page.tsx').then((part) => ({ default: part.WorkspacePage })),
);

/** Every page of the app. What a role may not see is not routed, and the server refuses it besides. */
export function Routes() {
  const session = useSession();
  const [wasInside, setWasInside] = useState(false);
  useEffect(followOtherTabs, []);
  if (!session.data) {
    return session.error ? <Unreachable onRetry={() => void session.refetch()} /> : null;
  }
  if (session.data.state === 'signedIn' && !wasInside) setWasInside(true);
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingLines label="Opening the page" />}>
        {session.data.state === 'signedIn' ? (
          <Inside session={session.data} />
        ) : (
          <Outside state={session.data.state} wasInside={wasInside} />
        )}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Before anybody is signed in. A workspace without people can only be set up. */
function Outside({ state, wasInside }: { state: Exclude<Me['state'], 'signedIn'>; wasInside: boolean }) {
  const [path] = useLocation();
  const [ended] = useState(() => wasInside && !hasLeftByChoice());
  useEffect(() => {
    if (wasInside) forgetPerson();
  }, [wasInside]);
  if (state === 'setup') {
    return (
      <Switch>
        <Route path="/setup" component={SetupPage} />
        <Route path="/invite" component={AcceptPage} />
        <Route>
          <Redirect to="/setup" replace />
        </Route>
      </Switch>
    );
  }
  return (
    <Switch>
      <Route path="/login" component={LoginPage} />
      <Route path="/invite" component={AcceptPage} />
      <Route>
        <Redirect to={loginPath(path, ended)} replace />
      </Route>
    </Switch>
  );
}

/** For somebody who is signed in. */
function Inside({ session }: { session: SignedIn }) {
  const { theme, role } = session.me;
  const search = useSearch();
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <Frame>
      <Switch>
        <Route path="/grid/*?" component={GridPage} />
        {role === 'bot' ? null : <Route path="/import/*?" component={ImportPage} />}
        <Route path="/settings">
          <Redirect to={role === 'admin' ? '/settings/people' : '/settings/you'} replace />
        </Route>
        <Route path="/settings/you" component={YouPage} />
        {role === 'admin' ? <Route path="/settings/people" component={PeoplePage} /> : null}
        {role === 'admin' ? <Route path="/settings/workspace" component={WorkspacePage} /> : null}
        <Route path="/login">
          <Redirect to={nextPath(search)} replace />
        </Route>
        {['/', '/setup', '/invite'].map((path) => (
          <Route key={path} path={path}>
            <Redirect to="/grid" replace />
          </Route>
        ))}
        <Route component={NotFound} />
      </Switch>
    </Frame>
  );
}
