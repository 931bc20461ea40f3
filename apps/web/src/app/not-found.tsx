import { Link } from 'wouter';
import { EmptyState } from '../ui/states.tsx';

/** For an address that leads nowhere, or nowhere that this person may go. */
export function NotFound() {
  return (
    <EmptyState page title="There is no page at this address" action={<Link href="/">Go to the grid</Link>}>
      <p>It may have been moved, or it may be for administrators only.</p>
    </EmptyState>
  );
}
