import { Link, useLocation } from 'wouter';
import css from './tab-links.module.css';

/** Links that stand as tabs in a page's bar; the one of the present address is marked. */
export function TabLinks(props: { label: string; tabs: readonly { path: string; label: string }[] }) {
  const [path] = useLocation();
  return (
    <nav className={css.tabs} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link
          key={tab.path}
          href={tab.path}
          className={css.tab}
          {...(path === tab.path ? { 'aria-current': 'page' as const } : {})}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
