import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { LoadingLines } from '../ui/progress.tsx';
import { onFirstTouch } from '../ui/warm.ts';
import { useCommands } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import css from './frame.module.css';
import { places } from './places.tsx';
import { ReloadPage, useReloadNeeded } from './reload.tsx';
import { useMe } from './session.ts';
import { useSessionWatch } from './session-watch.ts';
import { useShortcutKeys, useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';

const Palette = lazy(onFirstTouch(() => import('./palette.tsx').then((part) => ({ default: part.Palette }))));
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((part) => ({ default: part.KeysDialog })));

type Overlay = 'palette' | 'keys' | null;

/** What stands around every page of a person who is signed in. */
export function Frame({ children }: { children: ReactNode }) {
  const { me } = useMe();
  const [path, navigate] = useLocation();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const stale = useReloadNeeded();
  useSessionWatch();
  useShortcutKeys();
  useShortcuts([
    { keys: 'mod+k', label: 'Search and commands', group: 'Everywhere', run: () => setOverlay('palette') },
    {
      keys: ['?', 'mod+/'],
      label: 'Keys of this screen',
      group: 'Everywhere',
      run: () => setOverlay('keys'),
    },
  ]);
  useCommands(
    places(me.role).map((place) => ({
      id: place.path,
      label: place.full,
      group: 'Go to',
      icon: place.icon,
      keywords: place.keywords,
      run: () => navigate(place.path),
    })),
  );
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#main">
        Skip to content
      </a>
      <Sidebar onSearch={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
      <main className={css.main} id="main" tabIndex={-1}>
        <ErrorBoundary resetKey={path}>
          <Suspense fallback={<LoadingLines label="Opening the page" />}>
            {stale ? <ReloadPage /> : children}
          </Suspense>
        </ErrorBoundary>
      </main>
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette onClose={() => setOverlay(null)} /> : null}
        {overlay === 'keys' ? <KeysDialog onClose={() => setOverlay(null)} /> : null}
      </Suspense>
    </div>
  );
}
