export { createLocalSession } from './local-session.ts';
export type { LocalOptions, LocalRow } from './local-session.ts';
export { TransportError } from './ports.ts';
export type {
  Cancel,
  QueueStore,
  StoreBatch,
  StoredClient,
  StoredMutation,
  StoredQueue,
  StoredTrayItem,
  StreamHandlers,
  StreamStart,
  Timers,
  Transport,
} from './ports.ts';
export { openSession } from './session.ts';
export type { OwnedSession, SessionOptions } from './session.ts';
export { isCellValue, SnapshotLine } from './snapshot-lines.ts';
export type { ColumnPiece, RowArrays } from './snapshot-lines.ts';
export type {
  CellEdit,
  LoadPhase,
  SheetChange,
  SheetSession,
  SheetView,
  SyncStatus,
  TrayItem,
  WorkspaceFacts,
} from './types.ts';
