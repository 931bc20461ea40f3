import { FileUp, PanelLeft, Search, Settings, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { cx } from '../ui/cx.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useMe } from './session.ts';
import css from './sidebar.module.css';
import { UserMenu } from './user-menu.tsx';

const FOLDED = 'crm.sidebar';

function useFolded(): [boolean, () => void] {
  const [folded, setFolded] = useState(() => {
    try {
      return localStorage.getItem(FOLDED) === 'folded';
    } catch {
      return false;
    }
  });
  const toggle = () => {
    setFolded(!folded);
    try {
      localStorage.setItem(FOLDED, folded ? 'open' : 'folded');
    } catch {
      // Storage is switched off: the sidebar opens again with the next page.
    }
  };
  return [folded, toggle];
}

function Item(props: { to: string; label: string; icon: ReactNode; folded: boolean; under: string }) {
  const [path] = useLocation();
  const here = path === props.under || path.startsWith(`${props.under}/`);
  const link = (
    <Link
      href={props.to}
      className={cx(css.item, here && css.here)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
    >
      {props.icon}
      <span className={css.label}>{props.label}</span>
    </Link>
  );
  return props.folded ? (
    <Tooltip label={props.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** The way to every screen; folds to icons, and under 720 px stands as a bar at the foot. */
export function Sidebar(props: { onSearch(): void; onKeys(): void }) {
  const { workspace } = useMe();
  const [folded, toggle] = useFolded();
  return (
    <nav className={css.sidebar} data-folded={folded || undefined} aria-label="Main">
      <div className={css.head}>
        <span className={css.fund} title={workspace.name}>
          {workspace.name}
        </span>
        <IconButton
          label={folded ? 'Show the sidebar' : 'Fold the sidebar'}
          size="s"
          icon={<PanelLeft size={16} aria-hidden />}
          aria-expanded={!folded}
          onClick={toggle}
        />
      </div>
      <button type="button" className={css.search} onClick={props.onSearch}>
        <Search size={16} aria-hidden />
        <span className={css.label}>Search</span>
        <span className={css.keys}>
          <Kbd keys="mod+k" />
        </span>
      </button>
      <div className={css.items}>
        <Item to="/grid" under="/grid" label="Grid" icon={<Table2 size={16} aria-hidden />} folded={folded} />
        <Item
          to="/import"
          under="/import"
          label="Import"
          icon={<FileUp size={16} aria-hidden />}
          folded={folded}
        />
      </div>
      <div className={css.foot}>
        <Item
          to="/settings"
          under="/settings"
          label="Settings"
          icon={<Settings size={16} aria-hidden />}
          folded={folded}
        />
        <UserMenu onKeys={props.onKeys} />
      </div>
    </nav>
  );
}
