import type { RetypePlan } from '@crm/grid/columns';
import { ArrowRight } from 'lucide-react';
import css from './columns-ui.module.css';
import { previewWords } from './retype-preview.ts';

const SAMPLES = 8;

/** What becomes of the values, before it happens: counts, and the first that are not kept. */
export function RetypePreview({ plan }: { plan: RetypePlan<string> | null }) {
  if (!plan) return null;
  return (
    <section className={css.preview} aria-label="What becomes of the values" aria-live="polite">
      <p className={plan.lost > 0 ? css.danger : css.counts}>{previewWords(plan)}</p>
      {plan.samples.length > 0 ? (
        <ul className={css.samples}>
          {plan.samples.slice(0, SAMPLES).map((sample) => (
            <li key={sample.row} className={css.sample}>
              <span className={css.sampleText}>{sample.before}</span>
              <ArrowRight size={14} aria-label="becomes" />
              <span className={sample.after === null ? css.gone : css.sampleText}>
                {sample.after ?? 'empty'}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className={css.hint}>It can be undone.</p>
    </section>
  );
}
