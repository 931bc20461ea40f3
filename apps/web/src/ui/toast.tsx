import { lazy, Suspense, useSyncExternalStore } from 'react';
import { everToasted, subscribeToasts } from './toasts.ts';

const ToastStack = lazy(() => import('./toast-stack.tsx').then((part) => ({ default: part.ToastStack })));

/** Once at the root: shows what `toast()` says; what that takes is loaded with the first notice. */
export function Toaster() {
  const used = useSyncExternalStore(subscribeToasts, everToasted);
  return <Suspense fallback={null}>{used ? <ToastStack /> : null}</Suspense>;
}
