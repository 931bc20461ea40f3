import { dateTimeKind } from '../date-time/kind.ts';

/** When the row was added. */
export const createdTimeKind = {
  ...dateTimeKind,
  type: 'createdTime',
  label: 'Created time',
  icon: 'calendar-plus',
  editor: 'none',
  computed: true,
} as const;
