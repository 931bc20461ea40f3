import { SettingsPage } from '../../app/settings-page.tsx';
import { PasswordSection } from './password-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { ThemeSection } from './theme-section.tsx';

/** Oneself: name, theme, password, and where one is signed in. */
export function YouPage() {
  return (
    <SettingsPage title="You">
      <ProfileSection />
      <ThemeSection />
      <PasswordSection />
      <SessionsSection />
    </SettingsPage>
  );
}
