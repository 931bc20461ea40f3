import { useLayoutEffect } from 'react';
import { useTextDraft } from './text-draft.ts';
import { Problem } from './problem.tsx';
import type { EditorProps } from './types.ts';
import { useFocus } from './use-focus.ts';

/** Text of several lines; it grows downward over the rows. Shift Enter makes a line break. */
export function LongTextEditor(props: EditorProps) {
  const draft = useTextDraft(props);
  const area = useFocus<HTMLTextAreaElement>();
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let width = -1;
    const grow = () => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      element.style.height = '0';
      element.style.height = `${element.scrollHeight + 4}px`;
    };
    grow();
    // The lines break anew when the editor gets its place, which is after this.
    const observer = new ResizeObserver(grow);
    observer.observe(element);
    return () => observer.disconnect();
  }, [area, draft.text]);
  return (
    <>
      <textarea
        ref={area}
        className="g-input g-textarea"
        data-wide={props.wide || undefined}
        aria-label={props.column.name}
        value={draft.text}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={(event) => {
          const breaks =
            event.key === 'Enter' &&
            (event.shiftKey || event.altKey || (props.wide && !event.ctrlKey && !event.metaKey));
          if (!breaks) draft.onKey(event);
        }}
        onBlur={() => draft.submit('stay')}
      />
      <Problem text={draft.problem} />
      <p className="g-editor-hint" aria-hidden>
        {props.wide ? 'Ctrl Enter saves' : 'Shift Enter for a new line'}
      </p>
    </>
  );
}
