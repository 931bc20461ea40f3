import type { Hue } from '@crm/shared';
import { Hue as Hues } from '@crm/shared';

/** The colours and fonts that cells are painted with, resolved from the style sheet's tokens. */
export interface Palette {
  readonly surface: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly faint: string;
  readonly accent: string;
  readonly attention: string;
  readonly staying: string;
  readonly danger: string;
  readonly skeleton: string;
  readonly tint: Readonly<Record<Hue, string>>;
  readonly ink: Readonly<Record<Hue, string>>;
  readonly font: string;
  readonly smallFont: string;
}

/** Reads the tokens as `element` sees them. Canvas knows no variables, and a plain hex colour is the quickest to set. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.style.display = 'none';
  element.append(probe);
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const resolve = (name: string): string => {
    probe.style.color = `var(--${name})`;
    const color = getComputedStyle(probe).color;
    if (!pixel) return color;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = color;
    pixel.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = pixel.getImageData(0, 0, 1, 1).data;
    return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  const hues = (part: string) => {
    const found = new Map(Hues.options.map((hue) => [hue, resolve(`hue-${hue}-${part}`)]));
    const of = (hue: Hue) => found.get(hue) ?? '#888888';
    return {
      gray: of('gray'),
      blue: of('blue'),
      cyan: of('cyan'),
      teal: of('teal'),
      green: of('green'),
      yellow: of('yellow'),
      orange: of('orange'),
      red: of('red'),
      pink: of('pink'),
      purple: of('purple'),
    };
  };
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize) || 13;
  const palette: Palette = {
    surface: resolve('surface'),
    line: resolve('line'),
    lineStrong: resolve('line-strong'),
    text: resolve('text'),
    faint: resolve('text-3'),
    accent: resolve('accent'),
    attention: resolve('attention'),
    staying: resolve('attention-tint'),
    danger: resolve('danger-text'),
    skeleton: resolve('hover'),
    tint: hues('tint'),
    ink: hues('text'),
    font: `${size}px ${style.fontFamily}`,
    smallFont: `${Math.round((size * 12) / 13)}px ${style.fontFamily}`,
  };
  probe.remove();
  return palette;
}

/** Calls back when the theme changes or the page is zoomed to another pixel density. Returns the way to stop. */
export function onAppearance(listener: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(forced-colors: active)');
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  dark.addEventListener('change', listener);
  contrast.addEventListener('change', listener);
  window.addEventListener('resize', listener);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', listener);
    contrast.removeEventListener('change', listener);
    window.removeEventListener('resize', listener);
  };
}
