import { Password } from '@crm/shared/contract/auth';

export type Strength = {
  /** 0 too short or easily guessed, 1 fair, 2 good, 3 strong. */
  level: 0 | 1 | 2 | 3;
  /** What to tell the person; empty for an empty password. */
  words: string;
};

/** How many characters a text would have if every run, repetition and step along the alphabet counted once. */
export function effectiveLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const step = at === 0 ? Number.NaN : text.charCodeAt(at) - text.charCodeAt(at - 1);
    const repeats = Math.abs(step) <= 1;
    const seenBefore = at >= 3 && text.slice(0, at).includes(text.slice(at - 2, at + 1));
    if (!repeats && !seenBefore) length += 1;
  }
  return length;
}

/**
 * How well a password stands up, by length alone once repetitions and the person's own words are taken out of it.
 * @param own words that an attacker knows: name, address, the fund's name
 */
export function passwordStrength(password: string, own: readonly string[] = []): Strength {
  if (password === '') return { level: 0, words: '' };
  const parsed = Password.safeParse(password);
  if (!parsed.success) {
    const missing = 12 - password.length;
    return {
      level: 0,
      words:
        missing > 0 ? `${missing} more ${missing === 1 ? 'character' : 'characters'} needed` : 'Too long',
    };
  }
  const lower = password.toLowerCase();
  const parts = own
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), lower);
  const length = effectiveLength(rest);
  if (length < 8) return { level: 0, words: 'Easily guessed: add words that are not connected' };
  if (length < 12) return { level: 1, words: 'Fair: a longer one is safer' };
  if (length < 16) return { level: 2, words: 'Good' };
  return { level: 3, words: 'Strong' };
}
