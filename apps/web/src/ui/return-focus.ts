import { useState } from 'react';

/**
 * Gives the focus back to what had it when the dialog appeared: for `onCloseAutoFocus` of dialogs that are opened by
 * state and not by a trigger of their own. `then` runs after that, so that what it opens gives the focus back there too.
 */
export function useReturnFocus(then?: () => void): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  return (event) => {
    event.preventDefault();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    then?.();
  };
}
