import { lazy, type ReactNode, Suspense } from 'react';

const DialogContent = lazy(() =>
  import('./dialog-content.tsx').then((part) => ({ default: part.DialogContent })),
);

export type DialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end, the main one last. */
  footer?: ReactNode;
  size?: 's' | 'm' | 'l';
};

/** A modal dialog: focus stays inside, Escape closes, and focus returns to what opened it. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <DialogContent {...props} />
    </Suspense>
  );
}
