import { Monitor, Moon, Sun } from 'lucide-react';
import { errorSentence } from '../../app/errors.ts';
import { useMe } from '../../app/session.ts';
import type { Theme } from '../../app/theme.ts';
import { useSetTheme } from '../../app/use-set-theme.ts';
import { Section } from '../../ui/section.tsx';
import { Problem } from '../../ui/states.tsx';
import css from './theme-section.module.css';

const THEMES: { theme: Theme; label: string; icon: React.ReactNode }[] = [
  { theme: 'system', label: 'System', icon: <Monitor size={16} aria-hidden /> },
  { theme: 'light', label: 'Light', icon: <Sun size={16} aria-hidden /> },
  { theme: 'dark', label: 'Dark', icon: <Moon size={16} aria-hidden /> },
];

/** Light, dark, or as the system has it; kept with the account. */
export function ThemeSection() {
  const { me } = useMe();
  const setTheme = useSetTheme();
  const chosen = setTheme.isPending ? (setTheme.variables.theme ?? me.theme) : me.theme;
  return (
    <Section title="Theme" description="Holds on every device on which you sign in.">
      {setTheme.error ? <Problem>{errorSentence(setTheme.error)}</Problem> : null}
      <fieldset className={css.choices} aria-label="Theme">
        {THEMES.map(({ theme, label, icon }) => (
          <label key={theme} className={css.choice}>
            <input
              type="radio"
              name="theme"
              value={theme}
              checked={chosen === theme}
              onChange={() => setTheme.mutate({ theme })}
            />
            {icon}
            {label}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
