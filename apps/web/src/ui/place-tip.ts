type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

const GAP = 6;
const EDGE = 8;

/** Where a tooltip goes: beside its trigger on the wanted side, on the other when there is no room, always inside the window. */
export function placeTip(
  trigger: Box,
  tip: Size,
  window: Size,
  side: 'top' | 'right' | 'bottom',
): { left: number; top: number } {
  const within = (at: number, size: number, room: number) =>
    Math.round(Math.max(EDGE, Math.min(at, room - size - EDGE)));
  if (side === 'right') {
    return {
      left: within(trigger.left + trigger.width + GAP, tip.width, window.width),
      top: within(trigger.top + (trigger.height - tip.height) / 2, tip.height, window.height),
    };
  }
  const above = trigger.top - GAP - tip.height;
  const below = trigger.top + trigger.height + GAP;
  const fits = side === 'top' ? above >= EDGE : below + tip.height <= window.height - EDGE;
  const goesAbove = fits ? side === 'top' : side === 'bottom';
  return {
    left: within(trigger.left + (trigger.width - tip.width) / 2, tip.width, window.width),
    top: within(goesAbove ? above : below, tip.height, window.height),
  };
}
