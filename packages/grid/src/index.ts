export * from './ops/index.ts';
export * from './sheet/index.ts';
