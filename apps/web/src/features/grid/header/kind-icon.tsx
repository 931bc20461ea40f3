import {
  AlignLeft,
  Calendar,
  CalendarClock,
  CalendarPlus,
  CalendarSync,
  CircleChevronDown,
  CircleDollarSign,
  Contact,
  Hash,
  Landmark,
  Link,
  ListChecks,
  ListOrdered,
  Mail,
  Percent,
  Phone,
  SquareCheck,
  Star,
  Type,
  User,
  UserPen,
  UserPlus,
} from 'lucide-react';
import type { ComponentType } from 'react';

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean; className?: string }>;

const ICONS: Record<string, Icon> = {
  type: Type,
  'align-left': AlignLeft,
  hash: Hash,
  'circle-dollar-sign': CircleDollarSign,
  percent: Percent,
  calendar: Calendar,
  'calendar-clock': CalendarClock,
  'square-check': SquareCheck,
  'circle-chevron-down': CircleChevronDown,
  'list-checks': ListChecks,
  mail: Mail,
  phone: Phone,
  link: Link,
  star: Star,
  user: User,
  contact: Contact,
  landmark: Landmark,
  'calendar-plus': CalendarPlus,
  'calendar-sync': CalendarSync,
  'user-pen': UserPen,
  'user-plus': UserPlus,
  'list-ordered': ListOrdered,
};

/** The icon of a column type, by the name that the type gives. */
export function KindIcon({ name, label }: { name: string; label: string }) {
  const Found = ICONS[name] ?? Type;
  return (
    <span className="g-kind" role="img" aria-label={label} data-tip={label}>
      <Found size={14} aria-hidden />
    </span>
  );
}
