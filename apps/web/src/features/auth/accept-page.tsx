import { AcceptInput, type InvitationOutput } from '@crm/shared/contract/auth';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { errorCode, errorSentence } from '../../app/errors.ts';
import { sessionChanged } from '../../app/session.ts';
import { useForm } from '../../app/use-form.ts';
import { api, rpc } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { LoadingLines } from '../../ui/progress.tsx';
import { Problem } from '../../ui/states.tsx';
import { AuthCard, formClass } from './auth-card.tsx';
import { useLinkToken } from './link-token.ts';
import { NewPassword } from './new-password.tsx';

const Fields = AcceptInput.omit({ token: true });

/** Joining by an invitation's link: says to what, asks for a name and a password. */
export function AcceptPage() {
  const token = useLinkToken();
  return token ? <Invitation key={token} token={token} /> : <NotGood />;
}

function NotGood() {
  return (
    <AuthCard
      title="This invitation is no longer good"
      intro={
        <p>
          A link works once and for 72 hours, and an administrator can take it back. Ask whoever invited you
          for a new one.
        </p>
      }
    >
      {null}
    </AuthCard>
  );
}

function Invitation({ token }: { token: string }) {
  const invitation = useQuery({
    queryKey: ['invitation', token],
    // A mutation by transport only: so the token stands in no address.
    queryFn: () => rpc.auth.invitation.mutate({ token }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (invitation.data) return <AcceptForm token={token} invitation={invitation.data} />;
  if (!invitation.error) {
    return (
      <AuthCard title="Join">
        <LoadingLines label="Reading the invitation" lines={3} />
      </AuthCard>
    );
  }
  if (errorCode(invitation.error) !== undefined && errorCode(invitation.error) !== 'RATE_LIMITED')
    return <NotGood />;
  return (
    <AuthCard title="The invitation could not be read" intro={<p>{errorSentence(invitation.error)}</p>}>
      <div className={formClass}>
        <Button onClick={() => void invitation.refetch()}>Try again</Button>
      </div>
    </AuthCard>
  );
}

function AcceptForm(props: { token: string; invitation: z.infer<typeof InvitationOutput> }) {
  const { token, invitation } = props;
  const form = useForm(Fields, { name: '', password: '' });
  const accept = useMutation(
    api.auth.acceptInvitation.mutationOptions({
      onSuccess: sessionChanged,
      onError: (error) => form.refuse(error),
    }),
  );
  return (
    <AuthCard
      title={`Join ${invitation.workspaceName}`}
      intro={<p>{invitation.role === 'admin' ? 'As an administrator.' : 'As a member.'}</p>}
    >
      <form
        className={formClass}
        noValidate
        onSubmit={form.onSubmit((input) => accept.mutate({ ...input, token }))}
      >
        {accept.error ? <Problem>{errorSentence(accept.error)}</Problem> : null}
        <Field label="E-mail" hint="You sign in with this address.">
          <Input value={invitation.email} type="email" autoComplete="username" readOnly />
        </Field>
        <Field label="Your name" error={form.errors.name}>
          <Input {...form.bind('name')} autoComplete="name" required maxLength={100} />
        </Field>
        <NewPassword
          {...form.bind('password')}
          error={form.errors.password}
          own={[form.values.name, invitation.email, invitation.workspaceName]}
          required
        />
        <Button type="submit" variant="primary" busy={accept.isPending}>
          Join
        </Button>
      </form>
    </AuthCard>
  );
}
