import type { RetypePlan } from '@crm/grid/columns';
import type { Column, ColumnOptions, ColumnType, InvestorId } from '@crm/shared';
import { useDeferredValue, useMemo } from 'react';
import type { GridModel } from '../model/grid-model.ts';
import { previewRetype } from './retype-preview.ts';

/** What a change of type would do, worked out behind the typing; null while it is not known or nothing changes. */
export function useRetype(
  model: GridModel,
  column: Column,
  wanted: { readonly type: ColumnType; readonly options: ColumnOptions },
): RetypePlan<InvestorId> | null {
  const type = useDeferredValue(wanted.type);
  const options = useDeferredValue(wanted.options);
  const { view } = model;
  const ctx = model.context();
  const known = type !== column.type && view.isColumnLoaded(column.id);
  const plan = useMemo(
    () => (known ? previewRetype(view, column, { type, options }, ctx) : null),
    [known, view, column, type, options, ctx],
  );
  return type === wanted.type ? plan : null;
}
