import { formatSummary, Summary } from '@crm/grid/views';
import type { RowDelta } from '@crm/grid/views';
import type { SheetChange } from '@crm/grid/sync';
import type { ColumnId } from '@crm/shared';
import type { GridModel } from './grid-model.ts';
import { Signal } from './signal.ts';

/** The sums under the columns, kept up row by row. */
export class Footer {
  readonly texts = new Signal<ReadonlyMap<ColumnId, string>>(new Map());
  private readonly model: GridModel;
  private sums = new Map<ColumnId, Summary>();
  private queued = false;

  constructor(model: GridModel) {
    this.model = model;
  }

  rebuild(): void {
    const { model } = this;
    this.sums = new Map();
    const wanted = Object.entries(model.config.get().summaries);
    for (const column of model.view.columns()) {
      const fn = wanted.find(([id]) => id === column.id)?.[1];
      if (!fn || fn === 'none') continue;
      this.sums.set(column.id, new Summary(fn, model.view, column.id, model.context(), model.rows.rows));
    }
    this.write();
  }

  rows(delta: RowDelta): void {
    if (delta.rebuilt) {
      this.rebuild();
      return;
    }
    for (const sum of this.sums.values()) {
      for (const slot of delta.entered) sum.enter(slot);
      for (const slot of delta.left) sum.leave(slot);
    }
    this.write();
  }

  changed(change: SheetChange, delta: RowDelta): void {
    if (this.sums.size === 0 && !delta.rebuilt) return;
    if (delta.rebuilt || change.cells === null || change.columns) {
      this.rebuild();
      return;
    }
    for (const { slot, col } of change.cells) this.sums.get(col)?.change(slot);
    this.rows(delta);
  }

  /** Sums are formatted after the cells are painted, and once for many edits. */
  private write(): void {
    if (this.queued) return;
    this.queued = true;
    setTimeout(() => {
      this.queued = false;
      const { model } = this;
      const texts = new Map<ColumnId, string>();
      for (const [id, sum] of this.sums) {
        const column = model.view.column(id);
        if (column) texts.set(id, formatSummary(sum.fn, sum.value, column, model.context()));
      }
      this.texts.set(texts);
    }, 0);
  }
}
