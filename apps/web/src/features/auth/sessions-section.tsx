import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorSentence } from '../../app/errors.ts';
import { api, queryClient } from '../../rpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { LoadingLines } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toasts.ts';
import { deviceName } from './device-name.ts';
import css from './sessions-section.module.css';

const refresh = () => queryClient.invalidateQueries({ queryKey: api.auth.sessions.queryKey() });
const failed = (error: unknown) =>
  toast({ title: 'The session was not ended', detail: errorSentence(error), tone: 'danger' });

/** Where one is signed in, with a way to end each. */
export function SessionsSection() {
  const sessions = useQuery(api.auth.sessions.queryOptions());
  const [asking, setAsking] = useState(false);
  const end = useMutation(api.auth.revokeSession.mutationOptions({ onSettled: refresh, onError: failed }));
  const endOthers = useMutation(
    api.auth.revokeOtherSessions.mutationOptions({
      onSettled: async () => {
        setAsking(false);
        await refresh();
      },
      onSuccess: ({ ended }) =>
        toast({ title: ended === 1 ? '1 session signed out' : `${ended} sessions signed out` }),
      onError: failed,
    }),
  );
  const others = sessions.data?.filter((session) => !session.current) ?? [];
  return (
    <Section
      title="Sessions"
      description="Where you are signed in. End any that you do not recognise, then change your password."
      end={
        others.length > 0 ? (
          <Button size="s" onClick={() => setAsking(true)}>
            Sign out everywhere else
          </Button>
        ) : null
      }
    >
      {sessions.data ? (
        <ul className={css.list}>
          {sessions.data.map((session) => (
            <li key={session.id} className={css.item}>
              <div className={css.words}>
                <span className={css.device} title={session.userAgent}>
                  {deviceName(session.userAgent)}
                  {session.current ? <Badge tone="success">This one</Badge> : null}
                </span>
                <span className={css.detail}>
                  {session.address} · last used <TimeAgo at={session.lastSeenAt} /> · since{' '}
                  <TimeAgo at={session.createdAt} />
                </span>
              </div>
              {session.current ? null : (
                <Button
                  size="s"
                  aria-label={`End the session of ${deviceName(session.userAgent)}`}
                  busy={end.isPending && end.variables.id === session.id}
                  onClick={() => end.mutate({ id: session.id })}
                >
                  End
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : sessions.error ? (
        <ErrorState title="Your sessions could not be read" onRetry={() => void sessions.refetch()}>
          <p>{errorSentence(sessions.error)}</p>
        </ErrorState>
      ) : (
        <LoadingLines label="Reading your sessions" lines={3} />
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere else?"
        action="Sign out everywhere else"
        busy={endOthers.isPending}
        onConfirm={() => endOthers.mutate()}
      >
        <p>
          {others.length === 1 ? 'One other session ends' : `${others.length} other sessions end`} at once.
          Edits not sent from there stay on that device until you sign in on it again.
        </p>
      </Confirm>
    </Section>
  );
}
