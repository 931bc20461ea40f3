import css from './fields.module.css';

/** Says that a cell has changed under what is being typed; saving then asks which of the two to keep. */
export function Overtaken({ show, now }: { show: boolean; now: string }) {
  if (!show) return null;
  return (
    <p className={css.overtaken} role="status">
      Changed meanwhile to {now === '' ? 'empty' : `“${now.length > 80 ? `${now.slice(0, 79)}…` : now}”`}.
      Leaving the field asks which to keep.
    </p>
  );
}
