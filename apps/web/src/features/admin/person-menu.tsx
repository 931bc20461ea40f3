import { Ellipsis, LogOut, UserCheck, UserCog, UserX } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '../../app/session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import type { PersonRow } from './people-table.tsx';
import { type PersonChange, PersonQuestion, usePersonChange } from './person-question.tsx';

/** What an administrator may do with a person, each with its question first. */
export function PersonMenu({ person }: { person: PersonRow }) {
  const { me } = useMe();
  const [asking, setAsking] = useState<PersonChange | null>(null);
  const reactivate = usePersonChange(person, () => {});
  const own = person.id === me.id;
  const other = person.role === 'admin' ? 'member' : 'admin';
  const entries: MenuEntry[] = person.deactivatedAt
    ? [
        {
          kind: 'item',
          label: 'Reactivate',
          icon: <UserCheck size={16} aria-hidden />,
          onSelect: () => reactivate.run('reactivate'),
        },
      ]
    : [
        ...(person.role === 'bot'
          ? []
          : [
              {
                kind: 'item' as const,
                label: other === 'admin' ? 'Make administrator' : 'Make member',
                icon: <UserCog size={16} aria-hidden />,
                onSelect: () => setAsking(other),
              },
            ]),
        {
          kind: 'item',
          label: 'Sign out everywhere',
          icon: <LogOut size={16} aria-hidden />,
          disabled: person.sessions === 0,
          onSelect: () => setAsking('revoke'),
        },
        { kind: 'separator' },
        {
          kind: 'item',
          label: own ? 'Deactivate yourself' : 'Deactivate',
          icon: <UserX size={16} aria-hidden />,
          tone: 'danger',
          onSelect: () => setAsking('deactivate'),
        },
      ];
  return (
    <>
      <Menu entries={entries} align="end">
        <IconButton label={`Actions for ${person.name}`} size="s" icon={<Ellipsis size={16} aria-hidden />} />
      </Menu>
      {asking ? <PersonQuestion person={person} change={asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
