import { Check } from 'lucide-react';
import { Hidden } from '../../../ui/live.tsx';
import css from './steps.module.css';

const STEPS = ['File', 'Columns', 'Check', 'Receipt'] as const;

/** How far an import has come. */
export function Steps({ at }: { at: (typeof STEPS)[number] }) {
  const here = STEPS.indexOf(at);
  return (
    <ol className={css.steps} aria-label="Steps of the import">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={css.step}
          data-done={index < here || undefined}
          {...(index === here ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={css.mark} aria-hidden="true">
            {index < here ? <Check size={12} /> : index + 1}
          </span>
          <span className={css.name}>{step}</span>
          {index < here ? <Hidden>, done</Hidden> : null}
        </li>
      ))}
    </ol>
  );
}
