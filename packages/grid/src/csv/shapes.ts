import { readAmount } from '../columns/lib/decimal.ts';
import { parseDay } from '../columns/lib/date-text.ts';

const CODE_OF_SIGN: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  zł: 'PLN',
  Kč: 'CZK',
};

/** An amount with a currency in it: the ISO code and whether the number was abbreviated. */
export function readMoney(text: string): { readonly currency: string; readonly abbreviated: boolean } | null {
  const amount = readAmount(text);
  if (!amount || amount.unit === null || amount.percent) return null;
  const currency = CODE_OF_SIGN[amount.unit] ?? (/^[A-Z]{3}$/.test(amount.unit) ? amount.unit : null);
  return currency === null ? null : { currency, abbreviated: amount.abbreviated };
}

/** How a text writes a day: in which order the numbers may be read, and whether a time follows. */
export interface DateShape {
  readonly order: 'fixed' | 'dayFirst' | 'monthFirst' | 'either';
  readonly time: boolean;
}

/** The shape of a date with its year written; null when the text is none. */
export function readDate(text: string): DateShape | null {
  const s = text.trim();
  if (s.length > 60 || !/\d/.test(s)) return null;
  const [, numeric, rest] = /^(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2}))(?:[ ,T]+(.+))?$/.exec(s) ?? [];
  if (numeric !== undefined) {
    const [a = 0, b = 0] = numeric.split(/[/.-]/).map(Number);
    if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) return null;
    const order = a > 12 ? 'dayFirst' : b > 12 ? 'monthFirst' : 'either';
    return rest === undefined || isTime(rest) ? { order, time: rest !== undefined } : null;
  }
  const iso = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ]+(.+))?$/.exec(s);
  if (iso)
    return iso[1] === undefined || isTime(iso[1]) ? { order: 'fixed', time: iso[1] !== undefined } : null;
  const named = /^(.*\d{4})(?:,?\s+(.+))?$/.exec(s);
  if (!named || !/[a-z]/i.test(named[1] ?? '')) return null;
  const day = parseDay(named[1] ?? '', 'iso', 'en', 0);
  if (!day.ok || day.guessed || (named[2] !== undefined && !isTime(named[2]))) return null;
  return { order: 'fixed', time: named[2] !== undefined };
}

/** A time of day, in whatever language its half is named: those that cannot be read are refused one by one, with a reason. */
function isTime(text: string): boolean {
  return /^\d{1,2}(:\d{2}){1,2}(\.\d+)?\s*[^\d\s]{0,10}$|^\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})$|^[^\d\s]{1,10}\s*\d{1,2}:\d{2}$/u.test(
    text.trim(),
  );
}
