import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../rpc.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { saveFile } from '../ui/save-file.ts';
import { toast } from '../ui/toasts.ts';
import { errorSentence } from './errors.ts';
import { leaveByChoice, sessionChanged } from './session.ts';
import { clearUnsent, countUnsent, exportUnsent } from './unsent.ts';

/** Signs out; asks first when edits are on this device only, since the next person here must not find them. */
export function useSignOut(): { ask(): void; dialog: ReactNode } {
  const [unsent, setUnsent] = useState(0);
  const logout = useMutation(
    api.auth.logout.mutationOptions({
      onSuccess: async () => {
        await clearUnsent();
        leaveByChoice();
        await sessionChanged();
      },
      onError: (error) =>
        toast({ title: 'You are still signed in', detail: errorSentence(error), tone: 'danger' }),
    }),
  );
  const ask = () => {
    void countUnsent().then((count) => (count > 0 ? setUnsent(count) : logout.mutate()));
  };
  const keep = async () => {
    for (const file of await exportUnsent()) saveFile(file.fileName, file.text, 'application/json');
  };
  const edits = unsent === 1 ? '1 edit has' : `${unsent} edits have`;
  const dialog = (
    <Confirm
      open={unsent > 0}
      onOpenChange={(open) => {
        if (!open) setUnsent(0);
      }}
      title="Sign out and lose unsent edits?"
      action="Sign out and discard"
      busy={logout.isPending}
      onConfirm={() => logout.mutate()}
    >
      <p>{edits} not reached the server yet. Signing out removes them from this device.</p>
      <p>
        <Button size="s" onClick={() => void keep()}>
          Save them as a file first
        </Button>
      </p>
    </Confirm>
  );
  return { ask, dialog };
}
