import { dateTimeKind } from '../date-time/kind.ts';

/** When a person last changed the row. */
export const modifiedTimeKind = {
  ...dateTimeKind,
  type: 'modifiedTime',
  label: 'Last modified time',
  icon: 'calendar-sync',
  editor: 'none',
  computed: true,
} as const;
