import { checkedLine } from '../lib/single-line.ts';

/** A telephone number, as it was written: leading zeros, `+` and spaces are kept. Other text is kept and flagged. */
export const phoneKind = checkedLine({ type: 'phone', label: 'Phone', icon: 'phone' }, (text) => {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 4 && digits <= 20 && /^[+\d\s().\-/]+(\s*(ext\.?|x|#)\s*\d+)?$/i.test(text)
    ? null
    : 'This does not look like a telephone number.';
});
