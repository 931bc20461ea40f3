import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../ui/announce.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import { findCells, goToHit } from './search.ts';

/** Milliseconds after the last key before the whole view is searched. */
const PAUSE = 120;

/** Finds text in the view: Enter goes to the next hit, Shift Enter back, Escape closes. */
export function FindBar() {
  const model = useGrid();
  const find = useSignal(model.find);
  const [text, setText] = useState(find?.text ?? '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = model.find.get();
      if (!now || now.text === text) return;
      model.find.set({ ...now, text });
      const hits = findCells(model, text);
      goToHit(model, hits, 0);
      if (text !== '') announce(hits.length === 0 ? 'Nothing found' : `${hits.length} found`);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [model, text]);
  const hits = find?.hits ?? [];
  const close = () => {
    model.find.set(null);
    model.focus();
  };
  const step = (by: number) => goToHit(model, hits, (find?.at ?? 0) + by);
  return (
    <div className="g-find" role="search">
      <input
        ref={input}
        className="g-find-input"
        aria-label="Find in this view"
        placeholder="Find in this view"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="g-find-count" aria-hidden>
        {text === '' ? '' : hits.length === 0 ? 'None' : `${(find?.at ?? 0) + 1} of ${hits.length}`}
      </span>
      <IconButton
        size="s"
        label="Previous"
        keys="shift+enter"
        icon={<ChevronUp size={16} />}
        onClick={() => step(-1)}
      />
      <IconButton
        size="s"
        label="Next"
        keys="enter"
        icon={<ChevronDown size={16} />}
        onClick={() => step(1)}
      />
      <IconButton size="s" label="Close" keys="escape" icon={<X size={16} />} onClick={close} />
    </div>
  );
}
