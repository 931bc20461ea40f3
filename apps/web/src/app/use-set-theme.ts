import { useMutation } from '@tanstack/react-query';
import { api } from '../rpc.ts';
import { sessionChanged, useMe } from './session.ts';
import { applyTheme } from './theme.ts';

/** Changes one's theme at once, and keeps it with the account; goes back when it cannot be saved. */
export function useSetTheme() {
  const { me } = useMe();
  return useMutation(
    api.auth.updateProfile.mutationOptions({
      onMutate: ({ theme }) => {
        if (theme) applyTheme(theme);
      },
      onError: () => applyTheme(me.theme),
      onSettled: sessionChanged,
    }),
  );
}
