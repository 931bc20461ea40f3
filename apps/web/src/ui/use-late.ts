import { useEffect, useState } from 'react';

/** How long something may take before it is worth a sign that it is under way. */
export const LATE_MS = 150;

/** True once `waiting` has been true for 150 ms without a break, so that quick answers never flash a skeleton. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
