import { personKind } from '../person/kind.ts';

/** Who last changed the row. */
export const modifiedByKind = {
  ...personKind,
  type: 'modifiedBy',
  label: 'Last modified by',
  icon: 'user-pen',
  editor: 'none',
  computed: true,
} as const;
