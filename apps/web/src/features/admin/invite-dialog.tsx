import { Role } from '@crm/shared';
import { InviteInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { errorSentence } from '../../app/errors.ts';
import { useForm } from '../../app/use-form.ts';
import { api, queryClient } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { sectionForm } from '../../ui/section.tsx';
import { Problem } from '../../ui/states.tsx';
import { roleName } from './role-name.ts';

const REACH: Record<Role, string> = {
  admin: 'Also invites people, changes the workspace, and receives the digest.',
  member: 'Edits the grid, views and communications.',
  bot: 'A program that works on the grid.',
};
const OFFERED: Role[] = ['member', 'admin'];

type Sent = { email: string; url: string };

/** Asks whom to invite, then shows the link, once. */
export function InviteDialog(props: { open: boolean; onOpenChange(open: boolean): void }) {
  const [sent, setSent] = useState<Sent | null>(null);
  const close = () => {
    props.onOpenChange(false);
    setSent(null);
  };
  if (!props.open) return null;
  return sent ? (
    <Dialog
      open
      onOpenChange={close}
      title="Send this link"
      description={`To ${sent.email}, by whatever way you trust. It is shown only now.`}
      footer={<Button onClick={close}>Done</Button>}
    >
      <CopyField
        label="Invitation link"
        value={sent.url}
        hint="Works once, for 72 hours. You can revoke it under Open invitations."
      />
    </Dialog>
  ) : (
    <InviteForm onClose={close} onSent={setSent} />
  );
}

function InviteForm(props: { onClose(): void; onSent(sent: Sent): void }) {
  const id = useId();
  const form = useForm(InviteInput, { email: '', role: 'member' });
  const invite = useMutation(
    api.admin.invite.mutationOptions({
      onSuccess: ({ url }, { email }) => props.onSent({ email, url }),
      onError: (error) => form.refuse(error),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.admin.people.queryKey() }),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Invite somebody"
      description="You get a link to pass on. Nothing is sent by e-mail."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={invite.isPending}>
            Make the link
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={sectionForm}
        noValidate
        onSubmit={form.onSubmit((input) => invite.mutate(input))}
      >
        {invite.error ? <Problem>{errorSentence(invite.error)}</Problem> : null}
        <Field label="E-mail" error={form.errors.email} hint="They sign in with this address.">
          <Input {...form.bind('email')} type="email" autoComplete="off" maxLength={254} autoFocus />
        </Field>
        <Field label="Role" hint={REACH[Role.parse(form.values.role)]}>
          <Select {...form.bind('role')}>
            {OFFERED.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
