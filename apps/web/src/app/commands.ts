import type { ReactNode } from 'react';
import { createRegistry } from './registry.ts';

/** Something the command palette can do: open a screen, a view or a record, or carry out an action. */
export type Command = {
  id: string;
  label: string;
  /** Heading: *Go to*, *Views*, *Actions*, *Investors* … */
  group: string;
  icon?: ReactNode;
  /** Shown at the end of the line, as for `Kbd`. */
  keys?: string;
  /** More words that find it. */
  keywords?: readonly string[];
  run(): void;
};

/** Commands that depend on what is typed, such as records; called on every key, so it must be quick. */
export type CommandSource = { search(query: string): readonly Command[] };

const fixed = createRegistry<Command>();
const sources = createRegistry<CommandSource>();

/** Offers commands while the component is mounted. */
export const useCommands = fixed.useOffer;
/** Offers a search over things too many to list. */
export const useCommandSource = sources.useOffer;
export const useAllCommands = fixed.useAll;
export const useAllCommandSources = sources.useAll;
