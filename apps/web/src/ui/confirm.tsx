import { lazy, type ReactNode, Suspense } from 'react';

const ConfirmContent = lazy(() =>
  import('./confirm-content.tsx').then((part) => ({ default: part.ConfirmContent })),
);

export type ConfirmProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** What will happen, in words; what is kept and whether it can be undone. */
  children: ReactNode;
  action: string;
  tone?: 'danger' | 'primary';
  busy?: boolean;
  /** Asks that this word be typed first: for what cannot be undone. */
  typed?: string;
  onConfirm(): void;
};

/** Asks before something with consequences. The safe answer has the focus; Escape is no. */
export function Confirm(props: ConfirmProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmContent {...props} />
    </Suspense>
  );
}
