import { useLayoutEffect, useRef } from 'react';
import { useGrid } from '../model/use-model.ts';

/** A ref whose element takes the focus at once, with the caret at the end, and what was typed while it was on its way. */
export function useFocus<T extends HTMLElement>() {
  const model = useGrid();
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    element?.focus({ preventScroll: true });
    const typed = model.typeAhead.take();
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return;
    element.setSelectionRange(element.value.length, element.value.length);
    // The one way to type for somebody that fires the events of typing and that Ctrl Z takes back.
    if (typed !== '') document.execCommand('insertText', false, typed);
  }, [model]);
  return ref;
}
