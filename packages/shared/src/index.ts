export * from './columns.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './protocol.ts';
export * from './roles.ts';
export * from './values.ts';
export * from './views.ts';
