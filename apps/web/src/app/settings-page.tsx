import { type ReactNode, useEffect } from 'react';
import { announce } from '../ui/announce.ts';
import { Sections } from '../ui/section.tsx';
import { TabLinks } from '../ui/tab-links.tsx';
import { settings } from './places.tsx';
import { useMe } from './session.ts';
import { TopBar } from './top-bar.tsx';

/** A page of the settings: its tabs in the bar, its sections beneath. */
export function SettingsPage(props: { title: string; children: ReactNode }) {
  const { me, workspace } = useMe();
  useEffect(() => {
    document.title = `${props.title} · ${workspace.name}`;
    announce(props.title);
  }, [props.title, workspace.name]);
  return (
    <>
      <TopBar title="Settings" tabs={<TabLinks label="Settings" tabs={settings(me.role)} />} />
      <Sections>{props.children}</Sections>
    </>
  );
}
