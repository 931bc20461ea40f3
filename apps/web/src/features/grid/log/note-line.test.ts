import { describe, expect, it } from 'vitest';
import { noteLine, type Noted } from './note-line.ts';

const base: Noted = { type: 'call', occurredOn: '2026-11-21', subject: '', body: '', outcome: '' };

describe('noteLine', () => {
  it('writes date, type, subject, body, outcome and author in one line', () => {
    expect(
      noteLine({ ...base, subject: 'Fund III', body: 'Likes it', outcome: 'Wants the data room' }, 'Ann Lee'),
    ).toBe('2026-11-21 Call – Fund III: Likes it → Wants the data room (Ann Lee)');
  });
  it('leaves out what is empty, with its sign', () => {
    expect(noteLine(base, 'Ann')).toBe('2026-11-21 Call (Ann)');
    expect(noteLine({ ...base, subject: ' Fund III ' }, 'Ann')).toBe('2026-11-21 Call – Fund III (Ann)');
    expect(noteLine({ ...base, body: 'Likes it' }, 'Ann')).toBe('2026-11-21 Call – Likes it (Ann)');
    expect(noteLine({ ...base, outcome: 'In' }, 'Ann')).toBe('2026-11-21 Call → In (Ann)');
  });
  it('stays one line whatever line breaks are typed', () => {
    const line = noteLine({ ...base, subject: 'a\nb', body: 'c\r\n\r\nd\te', outcome: 'f\u2028g' }, 'A\nB');
    expect(line).toBe('2026-11-21 Call – a b: c d e → f g (A B)');
  });
  it('cuts a long body between words', () => {
    const line = noteLine({ ...base, body: 'word '.repeat(400) }, 'Ann');
    expect(line.length).toBeLessThan(540);
    expect(line).toMatch(/word… \(Ann\)$/);
  });
  it('never cuts a character in two', () => {
    const line = noteLine({ ...base, body: `a${'😀'.repeat(400)}` }, 'Ann');
    expect(line.isWellFormed()).toBe(true);
    expect(line).toContain('… (Ann)');
  });
});
