import { RowHeight } from '@crm/shared';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';
import css from './rows.module.css';

const WORDS: Record<RowHeight, readonly [string, string]> = {
  short: ['Short', '1 line'],
  medium: ['Medium', '2 lines'],
  tall: ['Tall', '4 lines'],
  extraTall: ['Extra tall', '6 lines'],
};

/** How high the rows are, and so how many lines of a long text show. */
export function HeightPanel({ model }: { model: GridModel }) {
  const config = useSignal(model.config);
  return (
    <div className={css.heights} role="radiogroup" aria-label="Row height">
      {RowHeight.options.map((height) => {
        const [name, lines] = WORDS[height];
        return (
          <label key={height} className={css.height}>
            <input
              type="radio"
              name="row-height"
              value={height}
              checked={config.rowHeight === height}
              onChange={() => model.configure({ ...model.config.get(), rowHeight: height })}
            />
            <span className={css.name}>{name}</span>
            <span className={css.lines}>{lines}</span>
          </label>
        );
      })}
    </div>
  );
}
