import type { Command } from './commands.ts';

export type CommandGroup = { group: string; commands: Command[] };

/** Where a heading stands while nothing is typed: places first, actions last, what the screen offers between them. */
function rank(group: string): number {
  return group === 'Go to' ? 0 : group === 'Actions' ? 2 : 1;
}

/** How well one text fits: 1 when a word starts with what is typed, 0.5 when it stands inside one, else 0. */
function fit(text: string, wanted: string): number {
  const hay = text.toLocaleLowerCase();
  const place = hay.indexOf(wanted);
  if (place < 0) return 0;
  return place === 0 || /\s/.test(hay[place - 1] ?? '') ? 1 : 0.5;
}

function score(command: Command, wanted: string): number {
  const byLabel = fit(command.label, wanted);
  return Math.max(byLabel, ...(command.keywords ?? []).map((word) => 0.4 * fit(word, wanted)));
}

/**
 * What the command palette shows for a query, the best first, headings by their best.
 * @param found what sources have found for the query already; shown whole, before the rest
 */
export function findCommands(
  query: string,
  commands: readonly Command[],
  found: readonly Command[],
): CommandGroup[] {
  const wanted = query.trim().toLocaleLowerCase();
  const scored = commands
    .map((command) => ({ command, score: wanted === '' ? 1 : score(command, wanted) }))
    .filter((entry) => entry.score > 0)
    .toSorted((a, b) => b.score - a.score || rank(a.command.group) - rank(b.command.group));
  const all = [...found, ...scored.map((entry) => entry.command)];
  return [...Map.groupBy(all, (command) => command.group)].map(([group, list]) => ({
    group,
    commands: list,
  }));
}
