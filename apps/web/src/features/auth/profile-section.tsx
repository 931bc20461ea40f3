import { PersonName } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { errorSentence } from '../../app/errors.ts';
import { sessionChanged, useMe } from '../../app/session.ts';
import { useForm } from '../../app/use-form.ts';
import { api } from '../../rpc.ts';
import { announce } from '../../ui/announce.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Section, sectionActions, sectionForm } from '../../ui/section.tsx';
import { Problem } from '../../ui/states.tsx';

const Fields = z.object({ name: PersonName });

/** One's name as others see it; the address is the login and stays. */
export function ProfileSection() {
  const { me } = useMe();
  const form = useForm(Fields, { name: me.name });
  const save = useMutation(
    api.auth.updateProfile.mutationOptions({
      onSuccess: async () => {
        await sessionChanged();
        announce('Your name is saved');
      },
      onError: (error) => form.refuse(error),
    }),
  );
  const changed = form.values.name.trim() !== me.name;
  return (
    <Section
      title="Profile"
      description={me.role === 'admin' ? 'Administrator' : 'Member'}
      end={<Avatar name={me.name} hue={me.hue} size={36} />}
    >
      <form className={sectionForm} noValidate onSubmit={form.onSubmit((input) => save.mutate(input))}>
        {save.error ? <Problem>{errorSentence(save.error)}</Problem> : null}
        <Field label="Name" error={form.errors.name}>
          <Input {...form.bind('name')} autoComplete="name" maxLength={100} />
        </Field>
        <Field label="E-mail" hint="You sign in with this address.">
          <Input value={me.email} readOnly type="email" />
        </Field>
        <div className={sectionActions}>
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={!changed && !save.isPending}
          >
            Save name
          </Button>
          {save.isSuccess && !changed ? <span>Saved</span> : null}
        </div>
      </form>
    </Section>
  );
}
