export * from './log.ts';
export * from './people.ts';
export * from './sheet.ts';
export * from './workspace.ts';
