export { createLocalSession } from './local-session.ts';
export type { LocalOptions, LocalRow } from './local-session.ts';
export type { CellEdit, SheetChange, SheetSession, SheetView, SyncStatus, TrayItem } from './types.ts';
