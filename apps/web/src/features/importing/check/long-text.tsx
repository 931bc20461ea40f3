import { useState } from 'react';
import { clipped } from './clipped.ts';
import css from './tables.module.css';

/** A cell's text; a long one is cut until it is asked for. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const short = clipped(text);
  if (short === text) return text;
  return (
    <>
      {whole ? text : `${short}…`}{' '}
      <button type="button" className={css.more} aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? 'Show less' : 'Show all'}
      </button>
    </>
  );
}
