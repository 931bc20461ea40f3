import type { PeopleOutput } from '@crm/shared/contract/auth';
import {
  createColumnHelper,
  createSortedRowModel,
  FlexRender,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { z } from 'zod';
import { useMe } from '../../app/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Hidden } from '../../ui/live.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import css from './people-table.module.css';
import { PersonMenu } from './person-menu.tsx';
import { roleName } from './role-name.ts';

export type PersonRow = z.infer<typeof PeopleOutput>['people'][number];

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text, basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, PersonRow>();

function Who({ person }: { person: PersonRow }) {
  const { me } = useMe();
  return (
    <span className={css.who}>
      <Avatar name={person.name} hue={person.hue} size={28} />
      <span className={css.words}>
        <span className={css.name}>
          {person.name}
          {person.id === me.id ? <Badge>You</Badge> : null}
          {person.deactivatedAt ? <Badge tone="attention">Deactivated</Badge> : null}
        </span>
        <span className={css.email}>{person.email}</span>
      </span>
    </span>
  );
}

const columns = helper.columns([
  helper.accessor('name', {
    header: 'Name',
    sortFn: 'text',
    cell: ({ row }) => <Who person={row.original} />,
  }),
  helper.accessor((person) => roleName(person.role), { id: 'role', header: 'Role', sortFn: 'text' }),
  helper.accessor((person) => person.lastSeenAt ?? '', {
    id: 'seen',
    header: 'Last seen',
    sortFn: 'basic',
    sortDescFirst: true,
    cell: ({ row }) => (row.original.lastSeenAt ? <TimeAgo at={row.original.lastSeenAt} /> : 'Never'),
  }),
  helper.accessor('sessions', { header: 'Sessions', sortFn: 'basic', sortDescFirst: true }),
  helper.display({
    id: 'actions',
    header: () => <Hidden>Actions</Hidden>,
    cell: ({ row }) => <PersonMenu person={row.original} />,
  }),
]);

const SORTED = { asc: 'ascending', desc: 'descending' } as const;

/** Everyone, sortable by each column; those without access last in their words, never hidden. */
export function PeopleTable({ people }: { people: PersonRow[] }) {
  const table = useTable({
    features,
    columns,
    data: people,
    getRowId: (person) => person.id,
    initialState: { sorting: [{ id: 'name', desc: false }] },
  });
  return (
    <table className={css.table}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={css[header.column.id]}
                  {...(sorted ? { 'aria-sort': SORTED[sorted] } : {})}
                >
                  {header.column.getCanSort() ? (
                    <button
                      type="button"
                      className={css.sort}
                      onClick={header.column.getToggleSortingHandler()}
                    >
                      <table.FlexRender header={header} />
                      {sorted === 'asc' ? <ArrowUp size={12} aria-hidden /> : null}
                      {sorted === 'desc' ? <ArrowDown size={12} aria-hidden /> : null}
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} className={cx(row.original.deactivatedAt !== null && css.gone)}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={css[cell.column.id]}>
                <FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
