import type { Theme } from '@crm/shared/contract/auth';
import type { z } from 'zod';

export type Theme = z.infer<typeof Theme>;

/** Puts a theme on the page, and where theme.js finds it before the next first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('crm.theme');
    else localStorage.setItem('crm.theme', theme);
  } catch {
    // Storage is switched off: the theme holds until the page is left.
  }
}
