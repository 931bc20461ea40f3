export { applyOp, cellsOf, itemsOf } from './apply.ts';
export { checkOp } from './check.ts';
export { invertOp } from './invert.ts';
export { columnTypes } from './column-types.ts';
export { appendLine, removeLine } from './lines.ts';
export { resolveOp } from './resolve.ts';
export type { Sender } from './resolve.ts';
export { isTooLarge, jsonBytes } from './size.ts';
export type { SeenConflict, Types, Verdict } from './types.ts';
