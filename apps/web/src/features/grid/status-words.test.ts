import { expect, it } from 'vitest';
import { statusWords } from './status-words.ts';

const status = (patch: object) => ({
  state: 'saved' as const,
  pending: 0,
  attention: 0,
  problem: null,
  ...patch,
});

it('always says what is true of the edits', () => {
  expect(statusWords(status({}))).toBe('Saved');
  expect(statusWords(status({ state: 'saving', pending: 2 }))).toBe('Saving');
  expect(statusWords(status({ state: 'offline' }))).toBe('Offline');
  expect(statusWords(status({ state: 'offline', pending: 1 }))).toBe('Offline – 1 edit on this device');
  expect(statusWords(status({ state: 'offline', pending: 3 }))).toBe('Offline – 3 edits on this device');
  expect(statusWords(status({ state: 'attention', attention: 1 }))).toBe('1 needs attention');
  expect(statusWords(status({ state: 'attention', attention: 2 }))).toBe('2 need attention');
  expect(statusWords(status({ state: 'unsaved', pending: 1 }))).toBe('Not saved – 1 edit');
  expect(statusWords(status({ state: 'reload' }))).toBe('Reload to continue');
});
