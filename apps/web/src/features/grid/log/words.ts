import type { CommunicationType } from '@crm/shared';

/** What people call the kinds of communication. */
export const TYPE_WORDS: Record<CommunicationType, string> = {
  note: 'Note',
  call: 'Call',
  email: 'Email',
  meeting: 'Meeting',
  text: 'Text',
};
