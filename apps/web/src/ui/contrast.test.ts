/** Every pairing of tokens that the app sets text in, computed from the file itself, on light and on dark. */
import { readFileSync } from 'node:fs';
import { Hue } from '@crm/shared';
import { describe, expect, it } from 'vitest';

type Rgb = [number, number, number];
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** oklch to linear sRGB, clipped to what a screen can show (CSS Color 4). */
function toRgb(oklch: string): Rgb {
  const [l = 0, c = 0, h = 0] = oklch.trim().split(/\s+/).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const cube = (x: number, y: number) => (l + x * a + y * b) ** 3;
  const [L, M, S] = [
    cube(0.3963377774, 0.2158037573),
    cube(-0.1055613458, -0.0638541728),
    cube(-0.0894841775, -1.291485548),
  ];
  const clip = (x: number) => Math.min(1, Math.max(0, x));
  return [
    clip(4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S),
    clip(-1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S),
    clip(-0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S),
  ];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The WCAG ratio of two tokens in one theme. */
function contrast(one: string, other: string, theme: 0 | 1): number {
  const [a, b] = [one, other].map((name) => luminance(toRgb(token(name, theme))));
  if (a === undefined || b === undefined) throw new Error('two tokens are wanted');
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function token(name: string, theme: 0 | 1): string {
  const found = new RegExp(`--${name}: light-dark\\(oklch\\(([^)/]+)\\), oklch\\(([^)/]+)\\)\\);`).exec(css);
  const value = found?.[theme + 1];
  if (value === undefined) throw new Error(`tokens.css has no opaque pair --${name}`);
  return value;
}

/** Text on what it stands on. */
const SURFACES = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const TEXT: [text: string, on: string][] = [
  ...['text', 'text-2', 'text-3', 'accent-text', 'danger-text'].flatMap((text) =>
    SURFACES.map((on): [string, string] => [text, on]),
  ),
  ['text', 'pressed'],
  ['text', 'accent-tint'],
  ['text-2', 'accent-tint'],
  ['accent-text', 'accent-tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['attention-text', 'attention-tint'],
  ['attention-text', 'surface'],
  ['danger-text', 'danger-tint'],
  ['success-text', 'success-tint'],
  ['success-text', 'surface'],
  ...Hue.options.map((hue): [string, string] => [`hue-${hue}-text`, `hue-${hue}-tint`]),
];
/** What must be told from its ground without being read (WCAG 1.4.11). */
const MARKS: [mark: string, on: string][] = [
  ['line-control', 'surface'],
  ['line-control', 'canvas'],
  ['line-control', 'raised'],
  ['accent', 'surface'],
  ['accent', 'canvas'],
  ['attention', 'surface'],
  ['danger', 'surface'],
  ['success', 'surface'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('on %s', (_theme, at) => {
  it.each(TEXT)('%s on %s is at least 4.5:1', (text, on) => {
    expect(contrast(text, on, at)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(MARKS)('%s on %s is at least 3:1', (mark, on) => {
    expect(contrast(mark, on, at)).toBeGreaterThanOrEqual(3);
  });
});

it('black on white is 21:1, so the sum is right', () => {
  const [white, black] = [luminance(toRgb('1 0 0')), luminance(toRgb('0 0 0'))];
  expect((white + 0.05) / (black + 0.05)).toBeCloseTo(21, 2);
});
