import { ChangePasswordInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { errorSentence, fieldErrors } from '../../app/errors.ts';
import { useMe } from '../../app/session.ts';
import { useForm } from '../../app/use-form.ts';
import { api, queryClient } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section, sectionActions, sectionForm } from '../../ui/section.tsx';
import { toast } from '../../ui/toasts.ts';
import { Problem } from '../../ui/states.tsx';
import { NewPassword, PasswordInput } from './new-password.tsx';

const EMPTY = { current: '', next: '' };

/** A new password against the present one; it ends every other session. */
export function PasswordSection() {
  const { me, workspace } = useMe();
  const form = useForm(ChangePasswordInput, EMPTY);
  const change = useMutation(
    api.auth.changePassword.mutationOptions({
      onSuccess: async () => {
        form.reset(EMPTY);
        toast({ title: 'Password changed', detail: 'Your other sessions have been signed out.' });
        await queryClient.invalidateQueries({ queryKey: api.auth.sessions.queryKey() });
      },
      onError: (error) => form.refuse(error),
    }),
  );
  // The server speaks of a bad new password by the name that all its forms share.
  const nextError = form.errors.next ?? fieldErrors(change.error)['password'];
  return (
    <Section title="Password" description="Changing it signs you out everywhere else.">
      <form className={sectionForm} noValidate onSubmit={form.onSubmit((input) => change.mutate(input))}>
        {change.error ? <Problem>{errorSentence(change.error)}</Problem> : null}
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" name="username" value={me.email} autoComplete="username" />
        <Field label="Current password" error={form.errors.current}>
          <PasswordInput {...form.bind('current')} autoComplete="current-password" />
        </Field>
        <NewPassword
          {...form.bind('next')}
          label="New password"
          error={nextError}
          own={[me.name, me.email, workspace.name]}
        />
        <div className={sectionActions}>
          <Button type="submit" variant="primary" busy={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Section>
  );
}
