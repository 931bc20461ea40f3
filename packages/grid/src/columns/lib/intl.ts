/*
 * Formatters are made once: making one costs a thousand times what using it does, and cells are formatted by the thousand
 * while a grid scrolls.
 */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** Plain or percent numbers with at least `min` and at most `max` digits after the point. */
export function plainNumbers(
  locale: string | undefined,
  style: 'decimal' | 'percent',
  min: number,
  max: number,
): Intl.NumberFormat {
  const key = `${locale ?? ''}|${style}|${min}|${max}`;
  let format = numbers.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style,
      minimumFractionDigits: min,
      maximumFractionDigits: max,
    });
    numbers.set(key, format);
  }
  return format;
}

/** Amounts of `currency` (an ISO 4217 code) with `digits` after the point; null = as many as the currency has. */
export function currencyNumbers(
  locale: string | undefined,
  currency: string,
  digits: number | null,
  currencyDisplay: 'symbol' | 'narrowSymbol' = 'narrowSymbol',
): Intl.NumberFormat {
  const key = `${locale ?? ''}|${currency}|${digits ?? ''}|${currencyDisplay}`;
  let format = numbers.get(key);
  if (!format) {
    const fraction = digits === null ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay, ...fraction });
    numbers.set(key, format);
  }
  return format;
}

/** Days of the Gregorian calendar, read as UTC. `style` names a set of parts. */
export function dayFormat(locale: string | undefined, style: 'short' | 'long'): Intl.DateTimeFormat {
  const key = `${locale ?? ''}|${style}`;
  let format = dates.get(key);
  if (!format) {
    const month = style === 'long' ? 'long' : 'numeric';
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month,
      day: 'numeric',
    });
    dates.set(key, format);
  }
  return format;
}
