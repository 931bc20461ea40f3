/** How wide one character is; the only thing that fitting text needs of a canvas. */
export type MeasureChar = (char: string) => number;

const ELLIPSIS = '…';

/** Cuts and wraps text to a width by summing the widths of its characters, which are measured once each. */
export class TextFitter {
  private readonly low = new Float32Array(0x500).fill(-1);
  private readonly high = new Map<string, number>();
  private readonly measure: MeasureChar;
  private readonly dots: number;

  constructor(measure: MeasureChar) {
    this.measure = measure;
    this.dots = measure(ELLIPSIS);
  }

  width(text: string): number {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum += this.charAt(text, i);
    return sum;
  }

  /** The text, or as much of it as fits into `room` pixels with an ellipsis. Line breaks become spaces. */
  line(text: string, room: number): string {
    let sum = 0;
    let fits = 0;
    for (let i = 0; i < text.length; i += 1) {
      if (text.charCodeAt(i) === 10) return this.line(text.replace(/\s*\n\s*/g, ' '), room);
      sum += this.charAt(text, i);
      if (sum + this.dots <= room) fits = i + 1;
      if (sum > room) return fits === 0 ? '' : text.slice(0, safeEnd(text, fits)).trimEnd() + ELLIPSIS;
    }
    return text;
  }

  /** At most `most` lines, broken at spaces where there are any, the last cut with an ellipsis. */
  lines(text: string, room: number, most: number): string[] {
    const found: string[] = [];
    let start = 0;
    while (start < text.length && found.length < most) {
      if (found.length === most - 1) {
        const rest = text.slice(start);
        const end = rest.indexOf('\n');
        const last = end < 0 ? rest : rest.slice(0, end);
        found.push(this.line(end < 0 ? last : `${last}${ELLIPSIS}`, room));
        return found;
      }
      const end = this.breakAfter(text, start, room);
      found.push(text.slice(start, end).trimEnd());
      start = end;
      while (text.charCodeAt(start) === 32) start += 1;
      if (text.charCodeAt(start) === 10 && text.charCodeAt(end - 1) !== 10) start += 1;
    }
    return found;
  }

  private breakAfter(text: string, start: number, room: number): number {
    let sum = 0;
    let space = -1;
    for (let i = start; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 10) return i + 1;
      if (code === 32) space = i + 1;
      sum += this.charAt(text, i);
      if (sum > room && i > start) return space > start && code !== 32 ? space : safeEnd(text, i);
    }
    return text.length;
  }

  private charAt(text: string, i: number): number {
    const code = text.charCodeAt(i);
    if (code < this.low.length) {
      const known = this.low[code] ?? -1;
      if (known >= 0) return known;
      const width = this.measure(text[i] ?? '');
      this.low[code] = width;
      return width;
    }
    // The second half of a surrogate pair was counted with its first.
    if (code >= 0xdc00 && code <= 0xdfff) return 0;
    const char = code >= 0xd800 && code <= 0xdbff ? text.slice(i, i + 2) : (text[i] ?? '');
    let width = this.high.get(char);
    if (width === undefined) {
      width = this.measure(char);
      this.high.set(char, width);
    }
    return width;
  }
}

/** Never between the two halves of a surrogate pair. */
function safeEnd(text: string, end: number): number {
  const code = text.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end - 1 : end;
}
