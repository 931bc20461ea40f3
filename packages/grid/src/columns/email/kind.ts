import { checkedLine } from '../lib/single-line.ts';

const ADDRESS = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()".]{2,}$/;

/** An e-mail address. Text that is none is kept and flagged. */
export const emailKind = checkedLine({ type: 'email', label: 'Email', icon: 'mail' }, (text) =>
  ADDRESS.test(text) && !text.includes('..') ? null : 'This does not look like an e-mail address.',
);
