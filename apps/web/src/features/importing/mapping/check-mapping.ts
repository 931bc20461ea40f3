import type { Column } from '@crm/shared';
import { COMPUTED_TYPES } from '@crm/shared';
import type { ColumnMapping, ProposedColumn } from '@crm/shared/contract/importing';
import { titleOf } from '../parts/words.ts';
import { answerOf, questionFor, targetType } from './questions.ts';

/** What stands in the way of a dry run: a sentence per column of the file, and about the whole. */
export interface MappingProblems {
  readonly columns: readonly (string | null)[];
  readonly key: string | null;
  readonly whole: string | null;
}

/** Whether nothing stands in the way. */
export function isReady(problems: MappingProblems): boolean {
  return (
    problems.key === null && problems.whole === null && problems.columns.every((problem) => problem === null)
  );
}

/** Holds the choices against the file and the sheet. */
export function checkMapping(
  proposed: readonly ProposedColumn[],
  mapping: readonly ColumnMapping[],
  mergeKey: number | null,
  columns: readonly Column[],
): MappingProblems {
  const live = new Map<string, Column>(
    columns.filter((column) => column.deletedAt === null).map((column) => [column.id, column]),
  );
  const sheetNames = new Map([...live.values()].map(({ name }) => [name.trim().toLowerCase(), name]));
  const targets = mapping.map((one) => (one.to === 'existing' ? one.col : nameOf(one)));
  const times = new Map<string, number>();
  for (const target of targets) if (target) times.set(target, (times.get(target) ?? 0) + 1);
  const problems = proposed.map((column, index): string | null => {
    const one = mapping[index];
    if (!one) return 'Choose where this column goes.';
    const twice = (times.get(targets[index] ?? '') ?? 0) > 1;
    if (one.to === 'existing') {
      const target = live.get(one.col);
      if (!target) return 'That column is no longer in the sheet: choose another.';
      if (COMPUTED_TYPES.has(target.type)) return `“${target.name}” is filled in by itself: choose another.`;
      if (twice) return `Two columns of the file go to “${target.name}”: choose another for one of them.`;
    }
    if (one.to === 'new' || one.to === 'fund') {
      const problem = nameProblem(one.name, twice, sheetNames);
      if (problem) return problem;
    }
    const question = questionFor(column, targetType(one, live), one.to === 'new');
    return question && answerOf(one) === undefined ? question.text : null;
  });
  const kept = mapping.some(({ to }) => to !== 'skip');
  return {
    columns: problems,
    key: keyProblem(proposed, mapping, mergeKey),
    whole: kept ? null : 'Every column is left out, so there is nothing to import.',
  };
}

function nameOf(mapping: ColumnMapping): string | null {
  return mapping.to === 'new' || mapping.to === 'fund' ? `name:${mapping.name.trim().toLowerCase()}` : null;
}

function nameProblem(name: string, twice: boolean, sheet: ReadonlyMap<string, string>): string | null {
  const title = name.trim();
  if (title === '') return 'Give the column a name.';
  const known = sheet.get(title.toLowerCase());
  if (known !== undefined)
    return `The sheet has a column “${known}” already: choose it, or give this one another name.`;
  return twice ? `Two columns would be called “${title}”: rename one of them.` : null;
}

function keyProblem(
  proposed: readonly ProposedColumn[],
  mapping: readonly ColumnMapping[],
  mergeKey: number | null,
): string | null {
  if (mergeKey === null) return null;
  const to = mapping[mergeKey]?.to;
  const title = titleOf(proposed[mergeKey]?.name ?? '');
  if (to === undefined || to === 'skip')
    return `“${title}” is left out, so rows cannot be found by it: choose another column.`;
  return to === 'fund'
    ? `“${title}” holds amounts of a fund, so rows cannot be found by it: choose another column.`
    : null;
}
