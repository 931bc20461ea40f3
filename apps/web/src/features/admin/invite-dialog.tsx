import { Role } from '@crm/shared';
import { InviteInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
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

/** Asks whom to invite, then shows the link, once. */
export function InviteDialog(props: { open: boolean; onOpenChange(open: boolean): void }) {
  return props.open ? <OpenInviteDialog onClose={() => props.onOpenChange(false)} /> : null;
}

function OpenInviteDialog({ onClose }: { onClose(): void }) {
  const id = useId();
  const form = useForm(InviteInput, { email: '', role: 'member' });
  const invite = useMutation(
    api.admin.invite.mutationOptions({
      onError: (error) => form.refuse(error),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.admin.people.queryKey() }),
    }),
  );
  if (invite.data) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="Send this link"
        description={`To ${invite.variables.email}, by whatever way you trust. It is shown only now.`}
        footer={<Button onClick={onClose}>Done</Button>}
      >
        <CopyField
          label="Invitation link"
          value={invite.data.url}
          hint="Works once, for 72 hours. You can revoke it under Open invitations."
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invite somebody"
      description="You get a link to pass on. Nothing is sent by e-mail."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
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
          <Input {...form.bind('email')} type="email" autoComplete="off" maxLength={254} />
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
