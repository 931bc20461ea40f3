export { computedValue, isComputed, modifiedColumns } from './computed.ts';
export { MemorySheet } from './memory-sheet.ts';
export { byPosition } from './order.ts';
export { Overlay } from './overlay.ts';
export { SlotTable } from './slots.ts';
export type { CellState, ChangeSink, RowMeta, SheetReader, SheetWriter, Stamp } from './types.ts';
