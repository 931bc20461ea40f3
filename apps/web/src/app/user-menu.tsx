import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useLocation } from 'wouter';
import { Avatar } from '../ui/avatar.tsx';
import { Hidden } from '../ui/live.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { useCommands } from './commands.ts';
import { errorSentence } from './errors.ts';
import { useMe } from './session.ts';
import { useSignOut } from './sign-out.tsx';
import type { Theme } from './theme.ts';
import { useSetTheme } from './use-set-theme.ts';
import css from './user-menu.module.css';

const THEMES: { theme: Theme; label: string; icon: React.ReactNode }[] = [
  { theme: 'light', label: 'Light', icon: <Sun size={16} aria-hidden /> },
  { theme: 'dark', label: 'Dark', icon: <Moon size={16} aria-hidden /> },
  { theme: 'system', label: 'Same as the system', icon: <Monitor size={16} aria-hidden /> },
];

/** Oneself, at the foot of the sidebar: settings, theme, keys, sign out. */
export function UserMenu({ onKeys }: { onKeys(): void }) {
  const { me } = useMe();
  const [, navigate] = useLocation();
  const setTheme = useSetTheme();
  const signOut = useSignOut();
  const choose = (theme: Theme) =>
    setTheme.mutate(
      { theme },
      {
        onError: (error) =>
          toast({ title: 'The theme was not saved', detail: errorSentence(error), tone: 'danger' }),
      },
    );
  useCommands([
    ...THEMES.map(({ theme, label, icon }) => ({
      id: `theme-${theme}`,
      label: `Theme: ${label.toLowerCase()}`,
      group: 'Actions',
      icon,
      keywords: ['colours', 'appearance', 'mode'],
      run: () => choose(theme),
    })),
    {
      id: 'keys',
      label: 'Keyboard shortcuts',
      group: 'Actions',
      icon: <Keyboard size={16} aria-hidden />,
      keys: '?',
      run: onKeys,
    },
    {
      id: 'sign-out',
      label: 'Sign out',
      group: 'Actions',
      icon: <LogOut size={16} aria-hidden />,
      keywords: ['log out', 'leave'],
      run: signOut.ask,
    },
  ]);
  const entries: MenuEntry[] = [
    { kind: 'label', label: me.email },
    {
      kind: 'item',
      label: 'You',
      icon: <UserRound size={16} aria-hidden />,
      onSelect: () => navigate('/settings/you'),
    },
    {
      kind: 'submenu',
      label: 'Theme',
      icon: <Sun size={16} aria-hidden />,
      entries: THEMES.map(({ theme, label, icon }) => ({
        kind: 'item',
        label,
        icon,
        checked: me.theme === theme,
        onSelect: () => choose(theme),
      })),
    },
    {
      kind: 'item',
      label: 'Keyboard shortcuts',
      icon: <Keyboard size={16} aria-hidden />,
      keys: '?',
      onSelect: onKeys,
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Sign out',
      icon: <LogOut size={16} aria-hidden />,
      onSelect: signOut.ask,
    },
  ];
  return (
    <>
      <Menu entries={entries} side="top">
        <button type="button" className={css.button}>
          <Avatar name={me.name} hue={me.hue} size={20} />
          <span className={css.name}>{me.name}</span>
          <Hidden>your menu</Hidden>
        </button>
      </Menu>
      {signOut.dialog}
    </>
  );
}
