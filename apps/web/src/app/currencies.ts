/** What most funds are raised in; these come first. */
export const COMMON = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'SGD', 'JPY', 'INR', 'ILS', 'SEK'];

const BY_REGION: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  SG: 'SGD',
  JP: 'JPY',
  IN: 'INR',
  IL: 'ILS',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  BR: 'BRL',
  MX: 'MXN',
  KR: 'KRW',
  CN: 'CNY',
  HK: 'HKD',
  AE: 'AED',
  ZA: 'ZAR',
  NZ: 'NZD',
};
const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG'.split(' ');

/** The currency of the place that a locale names; dollars where it names none that is known. */
export function guessCurrency(locale: string): string {
  let region: string | undefined;
  try {
    region = new Intl.Locale(locale).maximize().region;
  } catch {
    region = undefined;
  }
  if (region && EURO.includes(region)) return 'EUR';
  return (region && BY_REGION[region]) || 'USD';
}
