import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import css from './keys-dialog.module.css';
import { chords, useAllShortcuts } from './shortcuts.ts';

/** The keys of the current screen, by heading; the screen's own before those that hold everywhere. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const shortcuts = useAllShortcuts();
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group);
  const ordered = [...groups].toSorted(([a], [b]) => Number(a === 'Everywhere') - Number(b === 'Everywhere'));
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" size={shortcuts.length > 12 ? 'l' : 'm'}>
      <div className={css.groups}>
        {ordered.map(([group, list]) => (
          <section key={group}>
            <h3 className={css.heading}>{group}</h3>
            <dl className={css.list}>
              {list.map((shortcut) => (
                <div key={shortcut.label} className={css.line}>
                  <dt>{shortcut.label}</dt>
                  <dd className={css.keys}>
                    {chords(shortcut).map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
