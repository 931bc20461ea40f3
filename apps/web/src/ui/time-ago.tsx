import { useEffect, useState } from 'react';
import { relativeTime } from './relative-time.ts';

/** The present time, renewed every half minute. Milliseconds since 1970. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** An instant, relative within a day; the exact one on hover. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow();
  const exact = new Date(at).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(at, now)}
    </time>
  );
}
