import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorSentence } from '../../app/errors.ts';
import { sessionChanged, useMe } from '../../app/session.ts';
import { queryClient, api, rpc } from '../../rpc.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Problem } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.ts';
import type { PersonRow } from './people-table.tsx';

/** What can be done with a person: a new role, or a change of access. */
export type PersonChange = 'admin' | 'member' | 'revoke' | 'deactivate' | 'reactivate';

const CALLS: Record<PersonChange, (userId: PersonRow['id']) => Promise<unknown>> = {
  admin: (userId) => rpc.admin.setRole.mutate({ userId, role: 'admin' }),
  member: (userId) => rpc.admin.setRole.mutate({ userId, role: 'member' }),
  revoke: (userId) => rpc.admin.revokeSessions.mutate({ userId }),
  deactivate: (userId) => rpc.admin.deactivate.mutate({ userId }),
  reactivate: (userId) => rpc.admin.reactivate.mutate({ userId }),
};
const DONE: Record<PersonChange, (name: string) => string> = {
  admin: (name) => `${name} is an administrator now`,
  member: (name) => `${name} is a member now`,
  revoke: (name) => `${name} has been signed out everywhere`,
  deactivate: (name) => `${name} has no access any more`,
  reactivate: (name) => `${name} can sign in again`,
};

/** Carries out a change and says so; deactivation can be undone from the notice. */
export function usePersonChange(person: PersonRow, onDone: () => void) {
  const { me } = useMe();
  const mutation = useMutation({
    mutationFn: (change: PersonChange) => CALLS[change](person.id),
    onSuccess: (_result, change) => {
      onDone();
      toast({
        title: DONE[change](person.name),
        ...(change === 'deactivate' && person.id !== me.id
          ? { undo: () => mutation.mutate('reactivate') }
          : {}),
      });
      if (person.id === me.id) void sessionChanged();
    },
    onError: (error, change) => {
      // A question shows its refusal itself; this one is asked without.
      if (change === 'reactivate') {
        toast({ title: `${person.name} was not reactivated`, detail: errorSentence(error), tone: 'danger' });
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.admin.people.queryKey() }),
  });
  return { run: mutation.mutate, error: mutation.error, busy: mutation.isPending };
}

type Question = { title: string; action: string; tone: 'danger' | 'primary'; body: ReactNode };

function question(change: PersonChange, person: PersonRow, own: boolean): Question {
  const whom = own ? 'You' : person.name;
  const signedOut = own
    ? 'You are signed out and sign in again.'
    : `${whom} is signed out and signs in again.`;
  switch (change) {
    case 'admin':
      return {
        title: `Make ${person.name} an administrator?`,
        action: 'Make administrator',
        tone: 'primary',
        body: `Administrators invite and deactivate people, change the workspace, and receive the digest. ${signedOut}`,
      };
    case 'member':
      return {
        title: own ? 'Give up being an administrator?' : `Make ${person.name} a member?`,
        action: 'Make member',
        tone: 'danger',
        body: `Members edit the grid but do not manage people or the workspace. ${signedOut}`,
      };
    case 'revoke':
      return {
        title: own ? 'Sign out everywhere?' : `Sign ${person.name} out everywhere?`,
        action: 'Sign out everywhere',
        tone: 'danger',
        body: `Every session ends at once, ${own ? 'this one too' : 'open tabs too'}. Edits not sent yet stay on their device until the next sign-in there.`,
      };
    case 'deactivate':
      return {
        title: own ? 'Deactivate yourself?' : `Deactivate ${person.name}?`,
        action: 'Deactivate',
        tone: 'danger',
        body: own
          ? 'You are signed out at once, and only another administrator can let you in again.'
          : `${whom} is signed out within seconds and cannot sign in. What they did stays, under their name. You can reactivate them at any time.`,
      };
    case 'reactivate':
      return { title: `Reactivate ${person.name}?`, action: 'Reactivate', tone: 'primary', body: null };
  }
}

/** Asks before a change to a person, and shows why the server refuses it. */
export function PersonQuestion(props: { person: PersonRow; change: PersonChange; onClose(): void }) {
  const { person, change, onClose } = props;
  const { me } = useMe();
  const doing = usePersonChange(person, onClose);
  const { title, action, tone, body } = question(change, person, person.id === me.id);
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={title}
      action={action}
      tone={tone}
      busy={doing.busy}
      onConfirm={() => doing.run(change)}
    >
      <p>{body}</p>
      {doing.error ? <Problem>{errorSentence(doing.error)}</Problem> : null}
    </Confirm>
  );
}
