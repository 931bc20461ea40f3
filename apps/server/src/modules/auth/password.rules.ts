import { COMMON_WORDS, LONG_PASSWORDS } from './common-passwords.ts';

const common = new Set([...LONG_PASSWORDS, ...COMMON_WORDS]);

/**
 * Whether a password is one of those that attackers try first: listed, a listed word lengthened with digits and signs, one
 * piece said over and over, or a run along the alphabet or the digits. Case does not count.
 */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  return [lower, core].some((text) => common.has(text) || common.has(unitOf(text))) || isMonotonous(lower);
}

/** The piece that a text repeats: `passwordpassword` → `password`; the text itself when it repeats none. */
function unitOf(text: string): string {
  return /^(.+?)\1+$/s.exec(text)?.[1] ?? text;
}

function isMonotonous(text: string): boolean {
  if (unitOf(text).length <= 4) return true;
  const steps = Array.from(text, (_, i) => (text.charCodeAt(i + 1) - text.charCodeAt(i)) % 10);
  const inner = steps.slice(0, -1);
  return inner.every((step) => step === 1 || step === -9) || inner.every((step) => step === -1 || step === 9);
}
