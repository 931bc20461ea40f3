import type { KeyboardEvent } from 'react';
import type { Leave } from '../commands/editing.ts';

/** Where a key takes the person out of an editor, or null when it stays in it. */
export function leaveFor(event: KeyboardEvent): Leave | 'cancel' | null {
  if (event.nativeEvent.isComposing) return null;
  if (event.key === 'Escape') return 'cancel';
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  return null;
}
