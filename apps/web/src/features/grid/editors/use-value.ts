import type { CellValue } from '@crm/shared';
import { useSignal } from '../model/signal.ts';
import { useGrid } from '../model/use-model.ts';
import type { EditorProps } from './types.ts';

/** The cell's value as it stands now, also when it was changed elsewhere. */
export function useValue({ row, column }: Pick<EditorProps, 'row' | 'column'>): CellValue {
  const model = useGrid();
  useSignal(model.version);
  const slot = model.view.slotOf(row);
  return slot === undefined ? null : model.view.value(slot, column.id);
}
