import type { ParseResult } from '../types.ts';
import { currencyNumbers } from './intl.ts';
import { hasLeadingZero, readAmount, toUnits } from './decimal.ts';

const digitsByCurrency = new Map<string, number>();
const signsByCurrency = new Map<string, ReadonlySet<string>>();

/** How many digits the currency's minor unit has: 2 for USD, 0 for JPY. An unknown code has 2. */
export function minorDigits(currency: string): number {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = currencyNumbers('en', currency, null).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** The currency's own short sign in English, e.g. `$` for USD; the code where it has none. */
export function currencySign(currency: string): string {
  return signIn('en', currency, 'narrowSymbol') ?? currency;
}

/** Whether `unit` (a sign or a code as typed) may stand for the currency: `$`, `US$` and `usd` all do for USD. */
export function isSignOf(unit: string, currency: string): boolean {
  let signs = signsByCurrency.get(currency);
  if (!signs) {
    const short = signIn('en', currency, 'narrowSymbol') ?? currency;
    const long = signIn('en', currency, 'symbol') ?? currency;
    signs = new Set([currency, short, long, currency.slice(0, 2) + short].map((s) => s.toUpperCase()));
    signsByCurrency.set(currency, signs);
  }
  return signs.has(unit.toUpperCase());
}

/** Reads an amount of money into integer minor units of `currency`. */
export function parseMoney(text: string, currency: string): ParseResult {
  if (text.trim() === '') return { ok: true, value: null };
  const amount = hasLeadingZero(text) ? null : readAmount(text);
  if (!amount || amount.percent)
    return { ok: false, reason: `“${shorten(text)}” is not an amount of money.` };
  if (amount.unit !== null && !isSignOf(amount.unit, currency)) {
    return { ok: false, reason: `“${shorten(text)}” is in another currency than the column (${currency}).` };
  }
  const units = toUnits(amount.decimal, minorDigits(currency));
  if (!units) return { ok: false, reason: `“${shorten(text)}” is too large to be kept exactly.` };
  if (amount.abbreviated) {
    return { ok: true, value: units.value, note: 'The amount was abbreviated, so digits may be missing.' };
  }
  return units.exact
    ? { ok: true, value: units.value }
    : { ok: true, value: units.value, note: 'Rounded to the smallest unit of the currency.' };
}

/** `$1,234` or `$1,234.50`: the minor units are shown only where there are any. */
export function formatMoney(minor: number, currency: string, locale: string | undefined): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  const format = currencyNumbers(locale, currency, minor % scale === 0 ? 0 : digits);
  // Beyond 2^43 cents a double no longer holds each cent; the decimal text does.
  return Math.abs(minor) < 8e12
    ? format.format(minor / scale)
    : format.format(decimalText(minor, digits) as Intl.StringNumericLiteral);
}

/** The amount as a plain decimal with a point, e.g. `1234.50`; exact. */
export function moneyText(minor: number, currency: string): string {
  return decimalText(minor, minorDigits(currency));
}

/** An integer of 10^-`digits` units as a decimal; the fraction is left out when it is zero. */
export function decimalText(units: number, digits: number): string {
  const text = String(Math.abs(units)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  return `${units < 0 ? '-' : ''}${whole}${/^0*$/.test(fraction) ? '' : `.${fraction}`}`;
}

/** Text cut for a sentence. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function signIn(locale: string, currency: string, display: 'symbol' | 'narrowSymbol'): string | undefined {
  const format = currencyNumbers(locale, currency, 0, display);
  return format.formatToParts(0).find((part) => part.type === 'currency')?.value;
}
