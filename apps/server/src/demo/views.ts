import { EMPTY_VIEW, newId, ViewId, type Column, type ColumnId, type ViewConfig } from '@crm/shared';

/** A shared view of the demonstration, ready to be created. */
export interface DemoView {
  readonly id: ViewId;
  readonly name: string;
  readonly shared: boolean;
  readonly config: ViewConfig;
}

/** The tabs that a fund would make first: everything with its sums, who to call next, and the fund being raised. */
export function demoViews(columns: readonly Column[]): DemoView[] {
  const byName = (name: string) => columns.find((column) => column.name === name);
  const funds = columns.filter(({ type }) => type === 'commitment');
  const sums: Record<ColumnId, 'sum'> = {};
  for (const { id } of funds) sums[id] = 'sum';
  const view = (name: string, config: Partial<ViewConfig>): DemoView => ({
    id: newId(ViewId),
    name,
    shared: true,
    config: { ...EMPTY_VIEW, summaries: sums, ...config },
  });
  const choice = (column: Column | undefined, name: string) =>
    column?.options.choices?.find((option) => option.name === name)?.id;
  const [lists, lastContact, raising] = [byName('Lists'), byName('Last contact'), byName('Ten Rivers IV')];
  const followUp = choice(lists, 'Follow-up');
  const views = [view('All investors', {})];
  if (lists && lastContact && followUp) {
    const conditions = [{ col: lists.id, op: 'hasAnyOf' as const, value: [followUp] }];
    const sorts = [{ col: lastContact.id, dir: 'asc' as const }];
    views.push(view('Follow-up', { filter: { conjunction: 'and', conditions }, sorts }));
  }
  if (raising) {
    const conditions = [{ col: raising.id, op: 'isNotEmpty' as const, value: null }];
    const sorts = [{ col: raising.id, dir: 'desc' as const }];
    const hidden = funds.filter(({ id }) => id !== raising.id).map(({ id }) => id);
    views.push(
      view(`Raising ${raising.name}`, { filter: { conjunction: 'and', conditions }, sorts, hidden }),
    );
  }
  return views;
}
