import { useLayoutEffect, useRef } from 'react';
import css from './fields.module.css';
import { Overtaken } from './overtaken.tsx';
import type { FieldProps } from './use-cell.ts';
import { useDraft } from './use-draft.ts';

/** Text of several lines; the field is as tall as its text, up to a part of the screen. */
export function LongTextField(props: FieldProps) {
  const draft = useDraft(props);
  const area = useRef<HTMLTextAreaElement>(null);
  // At every render: the text, the width and the font may all have changed.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${element.scrollHeight + 2}px`;
  });
  return (
    <>
      <textarea
        ref={area}
        id={props.id}
        className={`${css.control} ${css.area}`}
        rows={1}
        value={draft.text}
        readOnly={props.locked}
        aria-describedby={props.describedBy}
        onChange={(event) => draft.type(event.target.value)}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onKeyDown={(event) => draft.onKeyDown(event, false)}
      />
      <Overtaken show={draft.overtaken} now={draft.cell.shown.split('\n').at(-1) ?? ''} />
    </>
  );
}
