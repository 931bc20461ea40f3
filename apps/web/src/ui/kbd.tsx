import { Fragment } from 'react';
import css from './kbd.module.css';
import { isMac, keyNames } from './keys.ts';

/** Keys as caps: `mod+k`, `shift+enter`, or a sequence `g then i`. Read out as words. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {keys.split(' then ').map((chord, at) => (
        <Fragment key={chord}>
          {at > 0 ? <span className={css.then}>then</span> : null}
          {keyNames(chord, isMac()).map(({ cap, spoken }) => (
            <kbd key={cap} className={css.cap}>
              <span aria-hidden="true">{cap}</span>
              <span className={css.spoken}>{spoken}</span>
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
