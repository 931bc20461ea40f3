import { MeOutput } from '@crm/shared/contract/auth';
import { hashKey, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api, closeSocket, queryClient } from '../rpc.ts';

export type Me = z.infer<typeof MeOutput>;
export type SignedIn = Extract<Me, { state: 'signedIn' }>;

const REMEMBERED = 'crm.me';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('crm.session');

/** Who was here last, so that a reload without a network still opens. No secret: the cookie is the session. */
function remembered(): SignedIn | undefined {
  try {
    const parsed = MeOutput.safeParse(JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null'));
    return parsed.success && parsed.data.state === 'signedIn' ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function remember(me: Me): void {
  try {
    if (me.state === 'signedIn') localStorage.setItem(REMEMBERED, JSON.stringify(me));
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // Storage is switched off: a reload without a network will not open, everything else works.
  }
}

const options = () =>
  api.auth.me.queryOptions(undefined, {
    initialData: remembered,
    initialDataUpdatedAt: 0,
    staleTime: 10_000,
    refetchOnWindowFocus: 'always' as const,
  });

/** Asks the server who is here; every tab follows the answer. */
export async function checkSession(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: api.auth.me.queryKey() });
}

/** After login, logout, or a change of oneself: this tab and all others ask again. */
export async function sessionChanged(): Promise<void> {
  channel?.postMessage('changed');
  await checkSession();
}

let leaving = false;

/** Has the next sign-in page not say that the session ended: the person ended it. */
export function leaveByChoice(): void {
  leaving = true;
}

/** Whether `leaveByChoice()` was called since the last time this was asked. */
export function hasLeftByChoice(): boolean {
  const left = leaving;
  leaving = false;
  return left;
}

/** Forgets everything of the person who was here; what they had not sent stays with the grid's queue. */
export function forgetPerson(): void {
  closeSocket();
  const me = hashKey(api.auth.me.queryKey());
  queryClient.removeQueries({ predicate: (query) => query.queryHash !== me });
}

/** The session as a query: `data` is who is here, `error` that the server cannot be reached. */
export function useSession() {
  const query = useQuery(options());
  if (query.data && query.isFetchedAfterMount) remember(query.data);
  return query;
}

/** The person who is here. Only for what stands inside the frame. */
export function useMe(): SignedIn {
  const { data } = useSession();
  if (data?.state !== 'signedIn') throw new Error('This part of the page needs a person who is signed in.');
  return data;
}

/** Follows what other tabs say about the session. Returns the way to stop. */
export function followOtherTabs(): () => void {
  const heard = () => void checkSession();
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}
