import { SetupInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { CurrencySelect, guessCurrency } from '../../app/currency-select.tsx';
import { errorSentence } from '../../app/errors.ts';
import { guessZone, ZoneSelect } from '../../app/zone-select.tsx';
import { sessionChanged } from '../../app/session.ts';
import { useForm } from '../../app/use-form.ts';
import { api } from '../../rpc.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Problem } from '../../ui/states.tsx';
import { AuthCard, formClass } from './auth-card.tsx';
import { useLinkToken } from './link-token.ts';
import { NewPassword } from './new-password.tsx';

const Fields = SetupInput.omit({ token: true });

/** The first start: names the fund and makes the first administrator, for whoever holds the printed link. */
export function SetupPage() {
  const token = useLinkToken();
  return token ? (
    <SetupForm key={token} token={token} />
  ) : (
    <AuthCard
      title="Open the set-up link"
      intro={
        <p>
          This workspace has no administrator yet. The server printed a one-time link when it started: open
          that link to continue. It is printed again each time the server starts.
        </p>
      }
    >
      {null}
    </AuthCard>
  );
}

function SetupForm({ token }: { token: string }) {
  const form = useForm(Fields, {
    workspaceName: '',
    timeZone: guessZone(),
    currency: guessCurrency(navigator.language),
    name: '',
    email: '',
    password: '',
  });
  const { values, errors } = form;
  const setup = useMutation(
    api.auth.setup.mutationOptions({ onSuccess: sessionChanged, onError: (error) => form.refuse(error) }),
  );
  return (
    <AuthCard title="Set up your workspace" intro={<p>You become its first administrator.</p>}>
      <form
        className={formClass}
        noValidate
        onSubmit={form.onSubmit((input) => setup.mutate({ ...input, token }))}
      >
        {setup.error ? <Problem>{errorSentence(setup.error)}</Problem> : null}
        <Field label="Fund or firm" error={errors.workspaceName}>
          <Input
            {...form.bind('workspaceName')}
            autoComplete="organization"

            required
            maxLength={100}
          />
        </Field>
        <Field label="Time zone" error={errors.timeZone} hint="Days are counted in this zone for everyone.">
          <ZoneSelect {...form.bind('timeZone')} />
        </Field>
        <Field label="Currency" error={errors.currency} hint="For new funds. Each fund can have its own.">
          <CurrencySelect {...form.bind('currency')} />
        </Field>
        <Field label="Your name" error={errors.name}>
          <Input {...form.bind('name')} autoComplete="name" required maxLength={100} />
        </Field>
        <Field label="Your e-mail" error={errors.email}>
          <Input {...form.bind('email')} type="email" autoComplete="username" required maxLength={254} />
        </Field>
        <NewPassword
          {...form.bind('password')}
          error={errors.password}
          own={[values.name, values.email, values.workspaceName]}
          required
        />
        <Button type="submit" variant="primary" busy={setup.isPending}>
          Create the workspace
        </Button>
      </form>
    </AuthCard>
  );
}
