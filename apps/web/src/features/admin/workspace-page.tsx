import { WorkspaceInput } from '@crm/shared/contract/auth';
import { useMutation } from '@tanstack/react-query';
import { CurrencySelect } from '../../app/currency-select.tsx';
import { errorSentence } from '../../app/errors.ts';
import { sessionChanged, useMe } from '../../app/session.ts';
import { SettingsPage } from '../../app/settings-page.tsx';
import { useForm } from '../../app/use-form.ts';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { api } from '../../rpc.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Section, sectionActions, sectionForm } from '../../ui/section.tsx';
import { Problem } from '../../ui/states.tsx';

/** The fund's name, its days and its money. */
export function WorkspacePage() {
  const { workspace } = useMe();
  const { name, timeZone, currency } = workspace;
  const form = useForm(WorkspaceInput, { name, timeZone, currency });
  const save = useMutation(
    api.admin.workspace.mutationOptions({
      onSuccess: async () => {
        await sessionChanged();
        announce('The workspace is saved');
      },
      onError: (error) => form.refuse(error),
    }),
  );
  const { values, errors } = form;
  const changed = values.name.trim() !== name || values.timeZone !== timeZone || values.currency !== currency;
  return (
    <SettingsPage title="Workspace">
      <Section title="Workspace" description="What everyone here shares.">
        <form className={sectionForm} noValidate onSubmit={form.onSubmit((input) => save.mutate(input))}>
          {save.error ? <Problem>{errorSentence(save.error)}</Problem> : null}
          <Field label="Fund or firm" error={errors.name}>
            <Input {...form.bind('name')} maxLength={100} autoComplete="organization" />
          </Field>
          <Field
            label="Time zone"
            error={errors.timeZone}
            hint="Decides which day it is for “today”, “this month” and the digest. Dates already entered stay as they are."
          >
            <ZoneSelect {...form.bind('timeZone')} />
          </Field>
          <Field
            label="Currency"
            error={errors.currency}
            hint="For new funds and currency columns. Those that exist keep theirs; nothing is converted."
          >
            <CurrencySelect {...form.bind('currency')} />
          </Field>
          <div className={sectionActions}>
            <Button
              type="submit"
              variant="primary"
              busy={save.isPending}
              disabled={!changed && !save.isPending}
            >
              Save changes
            </Button>
            {save.isSuccess && !changed ? <span>Saved</span> : null}
          </div>
        </form>
      </Section>
    </SettingsPage>
  );
}
