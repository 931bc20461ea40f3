import type { Column, ViewConfig } from '@crm/shared';
import { useMemo } from 'react';
import { orderColumns } from '../../layout/use-layout.ts';
import type { GridModel } from '../../model/grid-model.ts';
import { useSignal } from '../../model/signal.ts';

/** The sheet's columns in the order of the view, hidden ones too. */
export function useOrderedColumns(model: GridModel, order: ViewConfig['order']): readonly Column[] {
  useSignal(model.columnsVersion);
  const columns = model.view.columns();
  return useMemo(() => orderColumns(columns, order), [columns, order]);
}
