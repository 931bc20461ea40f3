import { LoginInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { errorSentence } from '../../app/errors.ts';
import { sessionChanged } from '../../app/session.ts';
import { useForm } from '../../app/use-form.ts';
import { api } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Problem } from '../../ui/states.tsx';
import { AuthCard, FormNotice, formClass, hintClass } from './auth-card.tsx';
import { PasswordInput } from './new-password.tsx';

/** Sign in with address and password. */
export function LoginPage() {
  const ended = new URLSearchParams(useSearch()).has('ended');
  const form = useForm(LoginInput, { email: '', password: '' });
  const login = useMutation(api.auth.login.mutationOptions({ onSuccess: sessionChanged }));
  return (
    <AuthCard title="Sign in">
      {ended ? (
        <FormNotice>Your session has ended. Edits that were not sent are kept on this device.</FormNotice>
      ) : null}
      <form className={formClass} noValidate onSubmit={form.onSubmit((input) => login.mutate(input))}>
        {login.error ? <Problem>{errorSentence(login.error)}</Problem> : null}
        <Field label="E-mail" error={form.errors.email}>
          <Input {...form.bind('email')} type="email" autoComplete="username" required />
        </Field>
        <Field label="Password" error={form.errors.password}>
          <PasswordInput {...form.bind('password')} autoComplete="current-password" required />
        </Field>
        <Button type="submit" variant="primary" busy={login.isPending}>
          Sign in
        </Button>
      </form>
      <p className={hintClass}>Forgotten it? Whoever runs the server can set a new one.</p>
    </AuthCard>
  );
}
