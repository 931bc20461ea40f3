import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { Field, Input } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './new-password.module.css';
import { passwordStrength } from './password-strength.ts';

/** An input for a password with a button that shows it. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  return (
    <div className={css.input}>
      <Input {...props} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="off" />
      <IconButton
        className={css.eye}
        size="s"
        label={shown ? 'Hide the password' : 'Show the password'}
        icon={shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      />
    </div>
  );
}

/** A field for choosing a password: its rule, and how strong the typed one is. */
export function NewPassword({
  label = 'Password',
  own = [],
  error,
  ...input
}: ComponentProps<'input'> & { label?: string; own?: readonly string[]; error?: string | undefined }) {
  const strength = passwordStrength(String(input.value ?? ''), own);
  const hint = strength.words ? (
    <span className={css.strength} data-level={strength.level}>
      <span className={css.meter} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </span>
      <span role="status">{strength.words}</span>
    </span>
  ) : (
    'At least 12 characters. A few unconnected words make a good one.'
  );
  return (
    <Field label={label} error={error} hint={hint}>
      <PasswordInput {...input} autoComplete="new-password" />
    </Field>
  );
}
