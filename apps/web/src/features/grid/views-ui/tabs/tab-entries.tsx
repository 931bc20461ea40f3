import type { View } from '@crm/shared';
import { ArrowLeft, ArrowRight, Copy, Lock, Pencil, Trash2, Users } from 'lucide-react';
import type { MenuEntry } from '../../../../ui/menu.tsx';
import type { Views } from '../use-views.ts';

/** What can be done with a view. */
export interface TabDeeds {
  rename(view: View): void;
  duplicate(view: View): void;
  share(view: View, shared: boolean): void;
  move(view: View, by: -1 | 1): void;
  remove(view: View): void;
}

/** Whether this person may take a shared view out of everyone's sight. It goes back to its owner. */
export function mayMakePersonal(view: View, me: Views['me']): boolean {
  return view.shared && view.ownerId !== null && (view.ownerId === me.id || me.admin);
}

/** The menu of one tab. */
export function tabEntries(
  view: View,
  views: readonly View[],
  me: Views['me'],
  deeds: TabDeeds,
): MenuEntry[] {
  const at = views.findIndex((one) => one.id === view.id);
  const entries: MenuEntry[] = [
    {
      kind: 'label',
      label: view.shared ? 'Shared view: everyone sees it' : 'Personal view: only you see it',
    },
    {
      kind: 'item',
      label: 'Rename',
      keys: 'F2',
      icon: <Pencil size={16} aria-hidden />,
      onSelect: () => deeds.rename(view),
    },
    {
      kind: 'item',
      label: 'Duplicate',
      icon: <Copy size={16} aria-hidden />,
      onSelect: () => deeds.duplicate(view),
    },
  ];
  if (!view.shared) {
    entries.push({
      kind: 'item',
      label: 'Share with everyone',
      icon: <Users size={16} aria-hidden />,
      onSelect: () => deeds.share(view, true),
    });
  } else if (mayMakePersonal(view, me)) {
    entries.push({
      kind: 'item',
      label: view.ownerId === me.id ? 'Make personal' : 'Make its owner’s personal view',
      icon: <Lock size={16} aria-hidden />,
      onSelect: () => deeds.share(view, false),
    });
  }
  entries.push(
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Move left',
      icon: <ArrowLeft size={16} aria-hidden />,
      disabled: at <= 0,
      onSelect: () => deeds.move(view, -1),
    },
    {
      kind: 'item',
      label: 'Move right',
      icon: <ArrowRight size={16} aria-hidden />,
      disabled: at >= views.length - 1,
      onSelect: () => deeds.move(view, 1),
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Remove view',
      tone: 'danger',
      icon: <Trash2 size={16} aria-hidden />,
      disabled: views.length < 2,
      onSelect: () => deeds.remove(view),
    },
  );
  return entries;
}
