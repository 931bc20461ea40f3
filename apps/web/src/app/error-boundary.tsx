import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/states.tsx';

/** Catches what breaks inside and says so in a plain sentence; `resetKey` (the path) tries again when it changes. */
export class ErrorBoundary extends Component<
  { resetKey?: string; children: ReactNode },
  { failed: boolean; key: string | undefined }
> {
  override state = { failed: false, key: this.props.resetKey };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    props: { resetKey?: string },
    state: { failed: boolean; key: string | undefined },
  ) {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <ErrorState
        page
        title="This page stopped working"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Reload the page
          </Button>
        }
      >
        <p>What you had entered is kept on this device and is sent when the page is back.</p>
      </ErrorState>
    );
  }
}
