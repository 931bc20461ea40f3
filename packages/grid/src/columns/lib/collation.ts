const ZERO = 48;
const NINE = 57;

/**
 * A string whose plain code-unit order is the order people expect: case and accents do not count, digits compare as numbers
 * (`Fund 2` before `Fund 10`), spaces and signs stand before digits, digits before letters. The same on every machine, and
 * comparing is many times faster than with a collator. Written as one loop because sorting makes 50,000 of them.
 */
export function collationKey(text: string): string {
  const s = text.toLowerCase();
  const length = s.length;
  let key = '';
  let from = 0;
  let digits = -1;
  for (let i = 0; i <= length; i += 1) {
    const code = i < length ? s.charCodeAt(i) : 0;
    if (code >= ZERO && code <= NINE) {
      if (digits < 0) digits = i;
      continue;
    }
    if (digits >= 0) {
      let significant = digits;
      while (significant < i - 1 && s.charCodeAt(significant) === ZERO) significant += 1;
      // The run is led by its length, so that longer numbers are greater.
      key += `${s.slice(from, digits)}0${String.fromCharCode(ZERO + Math.min(i - significant, 70))}`;
      from = significant;
      digits = -1;
    }
    if (code > 122 || (code > NINE && code < 97)) return collationKey(fold(text));
  }
  return from === 0 && key === '' ? s : key + s.slice(from);
}

/** The text without accents and without the ASCII signs that stand behind the digits; other scripts are kept as marks. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[:-`{-\x7f]/g, '/')
    .replace(/[^\0-\x7f]/g, (character) => `zz${character.charCodeAt(0).toString().padStart(5, '0')}`);
}
