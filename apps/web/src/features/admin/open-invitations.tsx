import type { PeopleOutput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import type { z } from 'zod';
import { errorSentence } from '../../app/errors.ts';
import { api, queryClient } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { timeUntil } from '../../ui/relative-time.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TimeAgo, useNow } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toasts.ts';
import css from './open-invitations.module.css';
import type { PersonRow } from './people-table.tsx';
import { roleName } from './role-name.ts';

type Invitation = z.infer<typeof PeopleOutput>['invitations'][number];

/** Links that still let somebody in, with a way to take each back. */
export function OpenInvitations(props: { invitations: Invitation[]; people: PersonRow[]; onInvite(): void }) {
  const now = useNow();
  const revoke = useMutation(
    api.admin.revokeInvitation.mutationOptions({
      onSuccess: () => toast({ title: 'Invitation revoked', detail: 'Its link no longer works.' }),
      onError: (error) =>
        toast({ title: 'The invitation was not revoked', detail: errorSentence(error), tone: 'danger' }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.admin.people.queryKey() }),
    }),
  );
  const by = new Map(props.people.map((person) => [person.id, person.name]));
  return (
    <Section wide title="Open invitations" description="Each link works once, for 72 hours.">
      {props.invitations.length === 0 ? (
        <div className={css.empty}>
          <EmptyState
            icon={<MailOpen size={20} aria-hidden />}
            title="No open invitations"
            action={<Button onClick={props.onInvite}>Invite somebody</Button>}
          >
            <p>When you invite somebody, the link waits here until it is used or runs out.</p>
          </EmptyState>
        </div>
      ) : (
        <ul className={css.list}>
          {props.invitations.map((invitation) => (
            <li key={invitation.id} className={css.item}>
              <div className={css.words}>
                <span className={css.email}>{invitation.email}</span>
                <span className={css.detail}>
                  {roleName(invitation.role)} · invited
                  {invitation.invitedBy ? ` by ${by.get(invitation.invitedBy) ?? 'somebody'}` : ''}{' '}
                  <TimeAgo at={invitation.createdAt} /> · expires {timeUntil(invitation.expiresAt, now)}
                </span>
              </div>
              <Button
                size="s"
                aria-label={`Revoke the invitation of ${invitation.email}`}
                busy={revoke.isPending && revoke.variables.id === invitation.id}
                onClick={() => revoke.mutate({ id: invitation.id })}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
