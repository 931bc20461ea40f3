import { useEffect } from 'react';
import { onConnection, socket } from '../rpc.ts';
import { checkSession } from './session.ts';

/** While the socket is down, how often to ask whether the session still holds (S2: gone within 5 s). */
const ASK_MS = 4_000;

/**
 * Keeps the tab honest about its session: the server closes the socket of a session that ends, and a call that is
 * refused says so too. Either way the server is asked, and the page follows its answer.
 */
export function useSessionWatch(): void {
  useEffect(() => {
    let asking: ReturnType<typeof setInterval> | undefined;
    const stopAsking = () => {
      clearInterval(asking);
      asking = undefined;
    };
    const stopListening = onConnection((event) => {
      if (event === 'open') stopAsking();
      else void checkSession();
      if (event === 'closed') asking ??= setInterval(() => void checkSession(), ASK_MS);
    });
    socket();
    return () => {
      stopAsking();
      stopListening();
    };
  }, []);
}
