import { createContext, use } from 'react';
import type { GridModel } from './grid-model.ts';

export const GridContext = createContext<GridModel | null>(null);

/** The grid that this component belongs to. */
export function useGrid(): GridModel {
  const model = use(GridContext);
  if (!model) throw new Error('This part belongs inside a grid.');
  return model;
}
