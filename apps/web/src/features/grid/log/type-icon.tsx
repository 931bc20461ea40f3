import type { CommunicationType } from '@crm/shared';
import { Mail, MessageSquareText, Phone, StickyNote, Users } from 'lucide-react';

const ICONS = { note: StickyNote, call: Phone, email: Mail, meeting: Users, text: MessageSquareText };

/** The sign of a kind of communication; decoration beside its word. */
export function TypeIcon({ type, size = 16 }: { type: CommunicationType; size?: number }) {
  const Icon = ICONS[type];
  return <Icon size={size} aria-hidden />;
}
