import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '../../app/commands.ts';
import { errorSentence } from '../../app/errors.ts';
import { SettingsPage } from '../../app/settings-page.tsx';
import { api } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingLines } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { PeopleTable } from './people-table.tsx';

/** Who is here, who is invited, and what each may do. For administrators. */
export function PeoplePage() {
  const [inviting, setInviting] = useState(false);
  const people = useQuery(api.admin.people.queryOptions());
  const invite = () => setInviting(true);
  useCommands([
    {
      id: 'invite',
      label: 'Invite somebody',
      group: 'Actions',
      icon: <UserPlus size={16} aria-hidden />,
      run: invite,
    },
  ]);
  const { data } = people;
  const active = data?.people.filter((person) => person.deactivatedAt === null).length ?? 0;
  return (
    <SettingsPage title="People">
      {data ? (
        <>
          <Section
            wide
            title="People"
            description={active === 1 ? '1 person has access' : `${active} people have access`}
            end={
              <Button variant="primary" icon={<UserPlus size={16} aria-hidden />} onClick={invite}>
                Invite
              </Button>
            }
          >
            <PeopleTable people={data.people} />
          </Section>
          <OpenInvitations invitations={data.invitations} people={data.people} onInvite={invite} />
        </>
      ) : people.error ? (
        <ErrorState title="The people could not be read" onRetry={() => void people.refetch()}>
          <p>{errorSentence(people.error)}</p>
        </ErrorState>
      ) : (
        <LoadingLines label="Reading who is here" lines={6} />
      )}
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </SettingsPage>
  );
}
