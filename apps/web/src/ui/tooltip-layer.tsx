import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import { placeTip } from './place-tip.ts';
import css from './tooltip.module.css';

const FIRST_MS = 450;
/** After one has shown, its neighbours show at once for this long. */
const WARM_MS = 400;

type Tip = { trigger: HTMLElement; label: string; keys: string | undefined; side: string | undefined };

function tipOf(target: EventTarget | null): Tip | null {
  const trigger = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  const { tip, tipKeys, tipSide } = trigger?.dataset ?? {};
  // A trigger whose menu is open says enough.
  if (!trigger || !tip || trigger.dataset.state === 'open') return null;
  return { trigger, label: tip, keys: tipKeys, side: tipSide };
}

/** Once at the root: shows the tooltip of whatever carries `data-tip`. Escape hides it; the pointer may enter it. */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: Tip | null = null;
    let hiddenAt = -WARM_MS;
    const show = (next: Tip | null) => {
      clearTimeout(timer);
      if (shown && !next) hiddenAt = performance.now();
      shown = next;
      setTip(next);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return;
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      const next = tipOf(event.target);
      if (next?.trigger === shown?.trigger) return;
      clearTimeout(timer);
      if (!next) {
        // A short wait lets the pointer cross the gap into the tooltip.
        timer = setTimeout(() => show(null), 80);
        return;
      }
      const warm = shown !== null || performance.now() - hiddenAt < WARM_MS;
      timer = setTimeout(() => show(next), warm ? 0 : FIRST_MS);
    };
    const focus = (event: FocusEvent) => {
      const next = tipOf(event.target);
      if (next?.trigger.matches(':focus-visible')) show(next);
    };
    const hide = () => show(null);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || shown) show(null);
    };
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', key, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', key, true);
    };
  }, []);

  useLayoutEffect(() => {
    if (!tip || !box.current) return;
    const { left, top } = placeTip(
      tip.trigger.getBoundingClientRect(),
      box.current.getBoundingClientRect(),
      { width: window.innerWidth, height: window.innerHeight },
      tip.side === 'right' || tip.side === 'top' ? tip.side : 'bottom',
    );
    box.current.style.translate = `${left}px ${top}px`;
  }, [tip]);

  if (!tip) return null;
  return (
    <div ref={box} className={css.tip} role="tooltip" aria-hidden="true">
      {tip.label}
      {tip.keys ? <Kbd keys={tip.keys} /> : null}
    </div>
  );
}
