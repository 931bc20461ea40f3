import { useEffect, useRef, useState } from 'react';
import css from './view-tabs.module.css';

/** A name being written where it stands. Enter keeps it, Escape does not; leaving keeps it. */
export function RenameInput(props: {
  name: string;
  /** Over the tab, in CSS pixels from the row's left edge. */
  left: number;
  width: number;
  onDone(name: string | null): void;
}) {
  const [text, setText] = useState(props.name);
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const done = (name: string | null) => {
    if (over.current) return;
    over.current = true;
    props.onDone(name);
  };
  return (
    <input
      ref={input}
      className={css.rename}
      style={{ left: props.left, width: Math.max(140, props.width) }}
      aria-label={`New name of ${props.name}`}
      value={text}
      maxLength={100}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => done(text)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') done(text);
        if (event.key === 'Escape') done(null);
      }}
    />
  );
}
