/** An exact decimal number: ± `digits` × 10^-`scale`. `digits` has no sign and no point. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

/** What a text that holds an amount says besides the number. */
export interface Amount {
  readonly decimal: Decimal;
  /** Currency sign or code as written, e.g. `$`, `US$`, `DKK`; null without one. */
  readonly unit: string | null;
  readonly percent: boolean;
  /** The text was abbreviated (`18.2M`): digits below the unit may have been lost when it was written. */
  readonly abbreviated: boolean;
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

/** No amount is longer; longer text is not looked at. */
const MAX_LENGTH = 400;

const UNIT = String.raw`[A-Za-z]{0,3}\p{Sc}|[A-Za-z]{3}|kr\.?|zł|Kč`;
const AMOUNT = new RegExp(
  String.raw`^([+-])?\s*(${UNIT})?\s*([+-])?\s*(\d[\d.,' ]*|[.,]\d+)` +
    String.raw`(?:\s*(k|thousand|mm|mn|mio|million|m|bn|billion|b|tn|trillion|t))?\s*(%)?\s*(${UNIT})?\s*(-)?$`,
  'iu',
);
const SCIENTIFIC = /^([+-])?(\d+)(?:\.(\d+))?e([+-]?\d{1,3})$/i;

/** Reads `1,234.50`, `$5`, `-$5`, `$-5`, `(5)`, `1.234,50 €`, `18.2M`, `50%`, `1e5`; null when the text is no amount. */
export function readAmount(text: string): Amount | null {
  if (text.length > MAX_LENGTH || !/\d/.test(text)) return null;
  let s = text
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .trim();
  const scientific = SCIENTIFIC.exec(s);
  if (scientific) {
    const [, sign, whole = '', fraction = '', exponent = '0'] = scientific;
    const decimal = { negative: sign === '-', digits: whole + fraction, scale: fraction.length };
    return { decimal: shift(decimal, Number(exponent)), unit: null, percent: false, abbreviated: false };
  }
  const bracketed = /^\((.+)\)$/.exec(s);
  if (bracketed) s = bracketed[1] ?? '';
  const match = AMOUNT.exec(s);
  if (!match) return null;
  const [, before, prefix, inner, number = '', magnitude, percent, suffix, after] = match;
  const minuses = [before, inner, after].filter((sign) => sign !== undefined);
  if (minuses.length > 1 || (bracketed && minuses.length > 0) || (prefix && suffix)) return null;
  const plain = plainDecimal(number.trim());
  if (!plain) return null;
  const negative = bracketed !== null || minuses[0] === '-';
  const power = magnitude ? (MAGNITUDES[magnitude.toLowerCase()] ?? 0) : 0;
  return {
    decimal: shift({ ...plain, negative }, power),
    unit: prefix ?? suffix ?? null,
    percent: percent !== undefined,
    abbreviated: power > 0,
  };
}

/**
 * Tells the point of a number from its separators. One comma with exactly three digits behind it separates thousands, one
 * point is always the decimal point: the same text means the same on every machine.
 */
function plainDecimal(s: string): Omit<Decimal, 'negative'> | null {
  const points = s.split('.').length - 1;
  const commas = s.split(',').length - 1;
  const decimalMark =
    points > 0 && commas > 0
      ? s.lastIndexOf('.') > s.lastIndexOf(',')
        ? '.'
        : ','
      : points === 1
        ? '.'
        : commas === 1 && !/^[1-9]\d{0,2},\d{3}$/.test(s)
          ? ','
          : null;
  const at = decimalMark ? s.lastIndexOf(decimalMark) : -1;
  if (decimalMark && s.indexOf(decimalMark) !== at) return null;
  const whole = at < 0 ? s : s.slice(0, at);
  const fraction = at < 0 ? '' : s.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isGrouped(whole)) return null;
  const digits = whole.replace(/\D/g, '') + fraction;
  return digits === '' ? null : { digits, scale: fraction.length };
}

function isGrouped(whole: string): boolean {
  // The last pattern is the Indian one: 12,34,567.
  return (
    /^\d*$/.test(whole) ||
    /^\d{1,3}([.,' ])\d{3}(\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(,\d{2})*,\d{3}$/.test(whole)
  );
}

/** `decimal` × 10^`power`. */
export function shift(decimal: Decimal, power: number): Decimal {
  const scale = decimal.scale - power;
  if (scale >= 0) return { ...decimal, scale };
  return { ...decimal, digits: decimal.digits + '0'.repeat(-scale), scale: 0 };
}

/** The nearest number, and whether digits were lost on the way. */
export function toNumber(decimal: Decimal): { readonly value: number; readonly exact: boolean } {
  const value = Number(`${decimal.negative ? '-' : ''}${decimal.digits}e-${decimal.scale}`);
  const significant = decimal.digits.replace(/^0+/, '').replace(/0+$/, '');
  return { value: value === 0 ? 0 : value, exact: significant.length <= 15 };
}

/**
 * The decimal as an integer of 10^-`places` units, rounded half away from zero; null when it is too large to be exact.
 */
export function toUnits(
  decimal: Decimal,
  places: number,
): { readonly value: number; readonly exact: boolean } | null {
  const { digits, scale } = shift(decimal, places);
  if (digits.length - scale > 17) return null;
  const padded = digits.padStart(scale + 1, '0');
  const cut = padded.length - scale;
  const rest = padded.slice(cut);
  const up = rest !== '' && rest.charCodeAt(0) >= 53 ? 1 : 0;
  const value = Number(padded.slice(0, cut)) + up;
  if (!Number.isSafeInteger(value)) return null;
  return { value: decimal.negative && value !== 0 ? -value : value, exact: /^0*$/.test(rest) };
}

/** Whether the text starts a whole number with a needless zero, like a postal code: such text is never taken for a number. */
export function hasLeadingZero(text: string): boolean {
  return /^\s*[+-]?0\d/.test(text);
}
