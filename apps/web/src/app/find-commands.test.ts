import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { findCommands } from './find-commands.ts';

const command = (label: string, group: string, keywords: string[] = []): Command => ({
  id: label,
  label,
  group,
  keywords,
  run() {},
});
const ALL = [
  command('Sign out', 'Actions', ['log out']),
  command('Invite somebody', 'Actions'),
  command('Follow-up', 'Views'),
  command('Grid', 'Go to', ['investors']),
  command('People', 'Go to', ['invite', 'roles']),
];
const shown = (query: string, found: Command[] = []) =>
  findCommands(query, ALL, found).map(({ group, commands }) => [
    group,
    ...commands.map(({ label }) => label),
  ]);

describe('findCommands', () => {
  it('lists places, then what the screen offers, then actions, while nothing is typed', () => {
    expect(shown(' ').map(([group]) => group)).toEqual(['Go to', 'Views', 'Actions']);
  });
  it('puts a label before a keyword, across headings', () => {
    expect(shown('invite')).toEqual([
      ['Actions', 'Invite somebody'],
      ['Go to', 'People'],
    ]);
  });
  it('finds the start of a later word, and the inside of one behind it', () => {
    expect(shown('out')).toEqual([['Actions', 'Sign out']]);
    expect(shown('ow-up')).toEqual([['Views', 'Follow-up']]);
    expect(shown('nothing like it')).toEqual([]);
  });
  it('shows what a source has found first', () => {
    expect(shown('inv', [command('Invention Fund LP', 'Investors')])[0]).toEqual([
      'Investors',
      'Invention Fund LP',
    ]);
  });
});
