import { personKind } from '../person/kind.ts';

/** Who added the row. */
export const createdByKind = {
  ...personKind,
  type: 'createdBy',
  label: 'Created by',
  icon: 'user-plus',
  editor: 'none',
  computed: true,
} as const;
